package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.UnacceptedTokenType;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Selects the authentication manager for the type of a token, so that a token of one type
 * is never verified as another.
 */
final class ReactiveTokenTypeAuthenticationManager implements ReactiveAuthenticationManager {

	private final ReactiveAuthenticationManager sessions;

	private final @Nullable ReactiveSessionAuthenticationManager ownSessions;

	private final @Nullable ReactiveMachineAuthenticationManager machines;

	/**
	 * Create a manager.
	 * @param sessions authenticates session tokens
	 * @param ownSessions authenticates session tokens in place of {@code sessions};
	 * {@code null} if the application has its own decoder
	 * @param machines authenticates machine tokens, {@code null} if none are accepted
	 */
	ReactiveTokenTypeAuthenticationManager(ReactiveAuthenticationManager sessions,
			@Nullable ReactiveSessionAuthenticationManager ownSessions,
			@Nullable ReactiveMachineAuthenticationManager machines) {
		this.sessions = sessions;
		this.ownSessions = ownSessions;
		this.machines = machines;
	}

	@Override
	public Mono<Authentication> authenticate(Authentication request) {
		UnverifiedToken token = UnverifiedToken.of(((BearerTokenAuthenticationToken) request).getToken());
		if (this.machines != null) {
			return authenticate(request, token, this.machines);
		}
		if (this.ownSessions != null) {
			return this.ownSessions.authenticate(token);
		}
		return this.sessions.authenticate(request)
			.onErrorMap(InvalidBearerTokenException.class, (ex) -> UnacceptedTokenType.explain(token.text(), ex));
	}

	private Mono<Authentication> authenticate(Authentication request, UnverifiedToken token,
			ReactiveMachineAuthenticationManager machines) {
		boolean cached = this.ownSessions != null && this.ownSessions.isCached(token);
		if (!cached && machines.typeOf(token) != ClerkTokenType.SESSION) {
			return machines.authenticate(token);
		}
		return authenticateSession(request, token);
	}

	private Mono<Authentication> authenticateSession(Authentication request, UnverifiedToken token) {
		ReactiveSessionAuthenticationManager own = this.ownSessions;
		return (own != null) ? own.authenticate(token) : this.sessions.authenticate(request);
	}

}
