package io.github.clerkspring.security.servlet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.UnacceptedTokenType;
import io.github.clerkspring.security.token.UnverifiedToken;

/**
 * Selects the authentication manager for the type of a token, so that a token of one type
 * is never verified as another.
 */
final class TokenTypeAuthenticationManager implements AuthenticationManager {

	private final AuthenticationManager sessions;

	private final @Nullable SessionAuthenticationManager ownSessions;

	private final @Nullable MachineAuthenticationManager machines;

	/**
	 * Create a manager.
	 * @param sessions authenticates session tokens
	 * @param ownSessions authenticates session tokens in place of {@code sessions};
	 * {@code null} if the application has its own decoder
	 * @param machines authenticates machine tokens, {@code null} if none are accepted
	 */
	TokenTypeAuthenticationManager(AuthenticationManager sessions, @Nullable SessionAuthenticationManager ownSessions,
			@Nullable MachineAuthenticationManager machines) {
		this.sessions = sessions;
		this.ownSessions = ownSessions;
		this.machines = machines;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		UnverifiedToken token = UnverifiedToken.of(((BearerTokenAuthenticationToken) request).getToken());
		if (this.machines != null) {
			return authenticate(request, token, this.machines);
		}
		try {
			return authenticateSession(request, token);
		}
		catch (InvalidBearerTokenException ex) {
			throw UnacceptedTokenType.explain(token.text(), ex);
		}
	}

	private Authentication authenticate(Authentication request, UnverifiedToken token,
			MachineAuthenticationManager machines) {
		boolean cached = this.ownSessions != null && this.ownSessions.isCached(token);
		if (!cached && machines.typeOf(token) != ClerkTokenType.SESSION) {
			return machines.authenticate(request, token);
		}
		return authenticateSession(request, token);
	}

	private Authentication authenticateSession(Authentication request, UnverifiedToken token) {
		SessionAuthenticationManager own = this.ownSessions;
		return (own != null) ? own.authenticate(request, token) : this.sessions.authenticate(request);
	}

}
