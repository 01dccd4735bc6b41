package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.machine.MachineAuthentication;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Authenticates machine tokens.
 */
final class ReactiveMachineAuthenticationManager implements ReactiveAuthenticationManager {

	private final MachineTokenVerifier verifier;

	ReactiveMachineAuthenticationManager(MachineTokenVerifier verifier) {
		this.verifier = verifier;
	}

	@Override
	public Mono<Authentication> authenticate(Authentication request) {
		return authenticate(UnverifiedToken.of(((BearerTokenAuthenticationToken) request).getToken()));
	}

	ClerkTokenType typeOf(UnverifiedToken token) {
		return this.verifier.typeOf(token);
	}

	Mono<Authentication> authenticate(UnverifiedToken token) {
		return this.verifier.verify(token)
			.<Authentication>map((machine) -> MachineAuthentication.of(machine, token.text()))
			.onErrorMap(ClerkUnavailableException.class,
					(ex) -> new AuthenticationServiceException(ex.getMessage(), ex));
	}

}
