package io.github.clerkspring.test.machine;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.CurrentMachine;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.authorization.AcceptsTokens;
import io.github.clerkspring.security.authorization.RequiresRole;
import io.github.clerkspring.security.authorization.RequiresScope;

/**
 * Controller for machines and sessions, on both stacks.
 */
@RestController
public class MachineController {

	@GetMapping("/who")
	Mono<String> who(@CurrentMachine @Nullable ClerkMachine machine, @CurrentSession @Nullable ClerkSession session) {
		return Mono.just(((machine != null) ? machine.tokenType() + " " + machine.subject() : "no machine")
				+ ((session != null) ? ", " + session.userId() : ", no session"));
	}

	@PostMapping("/who")
	Mono<String> change(@CurrentMachine ClerkMachine machine) {
		return Mono.just(machine.subject());
	}

	@GetMapping("/invoices")
	@PreAuthorize("hasAuthority('SCOPE_invoices:read')")
	Mono<String> invoices() {
		return Mono.just("[]");
	}

	@GetMapping("/scope")
	@RequiresScope("invoices:read")
	Mono<String> scope() {
		return Mono.just("scope");
	}

	@GetMapping("/keys-only")
	@AcceptsTokens(ClerkTokenType.API_KEY)
	Mono<String> keysOnly() {
		return Mono.just("keys");
	}

	@GetMapping("/admin")
	@RequiresRole("org:admin")
	Mono<String> admin() {
		return Mono.just("admin");
	}

}
