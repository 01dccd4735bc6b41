package io.github.clerkspring.security.session;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.util.Assert;

import io.github.clerkspring.security.ClerkSession;

/**
 * Makes the principal of a verified session token.
 */
public final class ClerkSessionConverter implements Converter<Jwt, OAuth2AuthenticatedPrincipal> {

	private final SessionReader reader = new SessionReader();

	private final ClerkAuthoritiesMapper authoritiesMapper;

	/**
	 * Create a converter.
	 * @param authoritiesMapper what a session is granted
	 */
	public ClerkSessionConverter(ClerkAuthoritiesMapper authoritiesMapper) {
		Assert.notNull(authoritiesMapper, "authoritiesMapper must not be null");
		this.authoritiesMapper = authoritiesMapper;
	}

	/**
	 * Make the principal.
	 * @param jwt a verified session token
	 * @return the session with its authorities
	 * @throws InvalidBearerTokenException if this is the token of no session, which the
	 * decoders of this package do not let pass
	 */
	@Override
	public ClerkSession convert(Jwt jwt) {
		if (!(jwt.getClaims().get("sub") instanceof String userId) || userId.isBlank()
				|| !(jwt.getClaims().get("sid") instanceof String sessionId) || sessionId.isBlank()) {
			throw new InvalidBearerTokenException("The token is not valid");
		}
		ClerkSession session = this.reader.read(userId, sessionId, jwt.getExpiresAt(), jwt.getClaims());
		return session.withAuthorities(this.authoritiesMapper.map(session));
	}

}
