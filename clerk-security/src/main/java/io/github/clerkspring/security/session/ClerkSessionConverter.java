package io.github.clerkspring.security.session;

import java.util.Set;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.util.Assert;

import io.github.clerkspring.security.ClerkSession;

/**
 * Converts a verified session token to its principal.
 */
public final class ClerkSessionConverter implements Converter<Jwt, OAuth2AuthenticatedPrincipal> {

	private static final ClerkAuthoritiesMapper DEFAULTS = ClerkAuthoritiesMapper.withDefaults();

	private final SessionReader reader = new SessionReader();

	private final ClerkAuthoritiesMapper authoritiesMapper;

	/**
	 * Create a converter.
	 * @param authoritiesMapper maps a session to its authorities
	 */
	public ClerkSessionConverter(ClerkAuthoritiesMapper authoritiesMapper) {
		Assert.notNull(authoritiesMapper, "authoritiesMapper must not be null");
		this.authoritiesMapper = authoritiesMapper;
	}

	/**
	 * Convert a token.
	 * @param jwt a verified session token
	 * @return the session with its authorities
	 * @throws InvalidBearerTokenException if the token has no user id or session id; the
	 * decoders of this package reject such tokens
	 */
	@Override
	public ClerkSession convert(Jwt jwt) {
		ClerkSession remembered = (jwt instanceof SessionJwt token) ? token.session() : null;
		ClerkSession session = (remembered != null) ? remembered : read(jwt);
		if (this.authoritiesMapper instanceof DefaultClerkAuthoritiesMapper) {
			return session;
		}
		// The result of an application's mapper may change at any time
		return session.withAuthorities(this.authoritiesMapper.map(session.withAuthorities(Set.of())));
	}

	private ClerkSession read(Jwt jwt) {
		if (!(jwt.getClaims().get("sub") instanceof String userId) || userId.isBlank()
				|| !(jwt.getClaims().get("sid") instanceof String sessionId) || sessionId.isBlank()) {
			throw new InvalidBearerTokenException("The token is not valid");
		}
		ClerkSession session = this.reader.read(userId, sessionId, jwt.getExpiresAt(), jwt.getClaims());
		ClerkSession result = session.withAuthorities(DEFAULTS.map(session));
		if (jwt instanceof SessionJwt token) {
			token.remember(result);
		}
		return result;
	}

}
