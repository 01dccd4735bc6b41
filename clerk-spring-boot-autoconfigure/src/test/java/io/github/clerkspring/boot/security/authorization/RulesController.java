package io.github.clerkspring.boot.security.authorization;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.Reverification.Level;
import io.github.clerkspring.security.authorization.RequiresFeature;
import io.github.clerkspring.security.authorization.RequiresOrganization;
import io.github.clerkspring.security.authorization.RequiresPermission;
import io.github.clerkspring.security.authorization.RequiresPlan;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;

/**
 * Each {@link Rule} as a request rule, as an annotation and as a call.
 */
@RestController
class RulesController {

	private static final Mono<String> OK = Mono.just("ok");

	@GetMapping("/request/{rule}")
	Mono<String> request() {
		return OK;
	}

	@GetMapping("/call/{rule}")
	Mono<String> call(@PathVariable Rule rule, @CurrentSession ClerkSession session) {
		return Mono.just(Boolean.toString(session.has(rule.requirement())));
	}

	@GetMapping("/method/organization")
	@RequiresOrganization
	Mono<String> organization() {
		return OK;
	}

	@GetMapping("/method/role")
	@RequiresRole("org:admin")
	Mono<String> role() {
		return OK;
	}

	@GetMapping("/method/role_bare")
	@RequiresRole(role = "admin")
	Mono<String> roleBare() {
		return OK;
	}

	@GetMapping("/method/role_twice")
	@RequiresRole("org:org:admin")
	Mono<String> roleTwice() {
		return OK;
	}

	@GetMapping("/method/role_case")
	@RequiresRole("org:Admin")
	Mono<String> roleCase() {
		return OK;
	}

	@GetMapping("/method/permission")
	@RequiresPermission("org:invoices:read")
	Mono<String> permission() {
		return OK;
	}

	@GetMapping("/method/permission_bare")
	@RequiresPermission("invoices:read")
	Mono<String> permissionBare() {
		return OK;
	}

	@GetMapping("/method/feature")
	@RequiresFeature("export")
	Mono<String> feature() {
		return OK;
	}

	@GetMapping("/method/feature_o")
	@RequiresFeature("o:export")
	Mono<String> featureO() {
		return OK;
	}

	@GetMapping("/method/feature_organization")
	@RequiresFeature("organization:export")
	Mono<String> featureOrganization() {
		return OK;
	}

	@GetMapping("/method/feature_user")
	@RequiresFeature("user:export")
	Mono<String> featureUser() {
		return OK;
	}

	@GetMapping("/method/feature_unknown")
	@RequiresFeature("x:export")
	Mono<String> featureUnknown() {
		return OK;
	}

	@GetMapping("/method/plan")
	@RequiresPlan("pro")
	Mono<String> plan() {
		return OK;
	}

	@GetMapping("/method/plan_org")
	@RequiresPlan("org:pro")
	Mono<String> planOrg() {
		return OK;
	}

	@GetMapping("/method/plan_u")
	@RequiresPlan("u:pro")
	Mono<String> planU() {
		return OK;
	}

	@GetMapping("/method/first_5")
	@RequiresReverification(level = Level.FIRST_FACTOR, afterMinutes = 5)
	Mono<String> firstFive() {
		return OK;
	}

	@GetMapping("/method/strict_mfa")
	@RequiresReverification(level = Level.MULTI_FACTOR)
	Mono<String> strictMfa() {
		return OK;
	}

	@GetMapping("/method/strict")
	@RequiresReverification
	Mono<String> strict() {
		return OK;
	}

	@GetMapping("/method/moderate")
	@RequiresReverification(afterMinutes = 60)
	Mono<String> moderate() {
		return OK;
	}

	@GetMapping("/method/lax")
	@RequiresReverification(afterMinutes = 1440)
	Mono<String> lax() {
		return OK;
	}

}
