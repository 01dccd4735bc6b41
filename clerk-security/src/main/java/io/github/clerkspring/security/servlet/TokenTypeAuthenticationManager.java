package io.github.clerkspring.security.servlet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.TokenTypeReader;
import io.github.clerkspring.security.machine.UnacceptedTokenType;

/**
 * Selects the authentication manager for the type of a token, so that a token of one type
 * is never verified as another.
 */
final class TokenTypeAuthenticationManager implements AuthenticationManager {

	private final AuthenticationManager sessions;

	private final @Nullable AuthenticationManager machines;

	/**
	 * Create a manager.
	 * @param sessions authenticates session tokens
	 * @param machines authenticates machine tokens, {@code null} if none are accepted
	 */
	TokenTypeAuthenticationManager(AuthenticationManager sessions, @Nullable AuthenticationManager machines) {
		this.sessions = sessions;
		this.machines = machines;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		String token = ((BearerTokenAuthenticationToken) request).getToken();
		if (this.machines != null) {
			return ((TokenTypeReader.read(token) == ClerkTokenType.SESSION) ? this.sessions : this.machines)
				.authenticate(request);
		}
		try {
			return this.sessions.authenticate(request);
		}
		catch (InvalidBearerTokenException ex) {
			throw UnacceptedTokenType.explain(token, ex);
		}
	}

}
