package io.github.clerkspring.test.autoconfigure;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.authorization.RequiresFeature;
import io.github.clerkspring.security.authorization.RequiresOrganization;
import io.github.clerkspring.security.authorization.RequiresPermission;
import io.github.clerkspring.security.authorization.RequiresPlan;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;

/**
 * Controller whose methods are secured by annotations.
 */
@RestController
class SecuredController {

	private static final Mono<String> OK = Mono.just("ok");

	@GetMapping("/organization")
	@RequiresOrganization
	Mono<String> organization() {
		return OK;
	}

	@GetMapping("/role")
	@RequiresRole("org:admin")
	Mono<String> role() {
		return OK;
	}

	@GetMapping("/permission")
	@RequiresPermission("org:invoices:read")
	Mono<String> permission() {
		return OK;
	}

	@GetMapping("/feature")
	@RequiresFeature("export")
	Mono<String> feature() {
		return OK;
	}

	@GetMapping("/plan")
	@RequiresPlan("user:pro")
	Mono<String> plan() {
		return OK;
	}

	@GetMapping("/reverification")
	@RequiresReverification
	Mono<String> reverification() {
		return OK;
	}

	@GetMapping("/own")
	@PreAuthorize("@clerkAuthorization.notImpersonated(authentication)")
	Mono<String> own() {
		return OK;
	}

	@GetMapping("/done")
	@PreAuthorize("@clerkAuthorization.notPending(authentication)")
	Mono<String> done() {
		return OK;
	}

}
