package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.TokenTypeReader;
import io.github.clerkspring.security.machine.UnacceptedTokenType;

/**
 * Selects the authentication manager for the type of a token, so that a token of one type
 * is never verified as another.
 */
final class ReactiveTokenTypeAuthenticationManager implements ReactiveAuthenticationManager {

	private final ReactiveAuthenticationManager sessions;

	private final @Nullable ReactiveAuthenticationManager machines;

	/**
	 * Create a manager.
	 * @param sessions authenticates session tokens
	 * @param machines authenticates machine tokens, {@code null} if none are accepted
	 */
	ReactiveTokenTypeAuthenticationManager(ReactiveAuthenticationManager sessions,
			@Nullable ReactiveAuthenticationManager machines) {
		this.sessions = sessions;
		this.machines = machines;
	}

	@Override
	public Mono<Authentication> authenticate(Authentication request) {
		String token = ((BearerTokenAuthenticationToken) request).getToken();
		if (this.machines != null) {
			return ((TokenTypeReader.read(token) == ClerkTokenType.SESSION) ? this.sessions : this.machines)
				.authenticate(request);
		}
		return this.sessions.authenticate(request)
			.onErrorMap(InvalidBearerTokenException.class, (ex) -> UnacceptedTokenType.explain(token, ex));
	}

}
