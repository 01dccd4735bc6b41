package io.github.clerkspring.boot.security.machine;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkPrincipal;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.CurrentMachine;
import io.github.clerkspring.security.CurrentOrganization;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.authorization.AcceptsTokens;
import io.github.clerkspring.security.authorization.RequiresOrganization;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;
import io.github.clerkspring.security.authorization.RequiresScope;

/**
 * Endpoints with rules for tokens and scopes, for both stacks.
 */
@RestController
class MachineController {

	private static final Mono<String> OK = Mono.just("ok");

	@GetMapping({ "/me", "/public/me" })
	Mono<String> me(@AuthenticationPrincipal @Nullable ClerkPrincipal principal) {
		return Mono.just((principal != null) ? principal.tokenType().value() : "nobody");
	}

	@GetMapping("/parameters")
	Mono<String> parameters(@CurrentMachine @Nullable ClerkMachine machine,
			@CurrentSession @Nullable ClerkSession session, @CurrentUserId @Nullable String userId,
			@CurrentOrganization ClerkSession.@Nullable Organization organization) {
		return Mono.just(((machine != null) ? machine.subject() : "none") + " "
				+ ((session != null) ? session.sessionId() : "none") + " " + userId + " " + organization);
	}

	@GetMapping("/machine")
	Mono<String> machine(@CurrentMachine ClerkMachine machine) {
		return Mono.just("%s %s %s %s %s %s %s".formatted(machine.userId(), machine.organizationId(),
				machine.clientId(), machine.scopes(), machine.audience(), machine.actor(), machine.claims().keySet()));
	}

	@GetMapping("/request/{rule}")
	Mono<String> request() {
		return OK;
	}

	@GetMapping("/method/scope")
	@RequiresScope("invoices:read")
	Mono<String> scope() {
		return OK;
	}

	@GetMapping("/method/authority")
	@PreAuthorize("hasAuthority('SCOPE_invoices:read')")
	Mono<String> authority() {
		return OK;
	}

	@GetMapping("/method/types")
	@AcceptsTokens({ ClerkTokenType.M2M, ClerkTokenType.API_KEY })
	Mono<String> types() {
		return OK;
	}

	@GetMapping("/method/composed")
	@ApiKeysOnly
	Mono<String> composed() {
		return OK;
	}

	@GetMapping("/method/both")
	@PreAuthorize("@clerkAuthorization.all(@clerkAuthorization.acceptsTokens(authentication, 'OAUTH'), "
			+ "@clerkAuthorization.scope(authentication, 'invoices:read'))")
	Mono<String> both() {
		return OK;
	}

	@GetMapping("/session/role")
	@RequiresRole("org:admin")
	Mono<String> role() {
		return OK;
	}

	@GetMapping("/session/organization")
	@RequiresOrganization
	Mono<String> organization() {
		return OK;
	}

	@GetMapping("/session/reverification")
	@RequiresReverification
	Mono<String> reverification() {
		return OK;
	}

	@GetMapping("/session/expression")
	@PreAuthorize("principal.hasRole('org:admin') or principal.hasPermission('org:x:y') or principal.hasFeature('x') "
			+ "or principal.hasPlan('x') or principal.isInOrganization('org_1')")
	Mono<String> expression() {
		return OK;
	}

	@Retention(RetentionPolicy.RUNTIME)
	@AcceptsTokens(ClerkTokenType.API_KEY)
	@interface ApiKeysOnly {

	}

}
