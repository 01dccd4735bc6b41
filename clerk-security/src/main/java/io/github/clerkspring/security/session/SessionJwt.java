package io.github.clerkspring.security.session;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkSession;

/**
 * {@link Jwt} of a session, which remembers the session with its default authorities:
 * reading them takes longer than all other work of a request with a cached token. The
 * cache of verified tokens thus forgets them together.
 */
final class SessionJwt extends Jwt {

	/**
	 * Maximum memory of a remembered session, beyond the values that it shares with the
	 * claims. Larger sessions are read again on each request.
	 */
	static final int MAX_BYTES = 8_192;

	private static final int BYTES_PER_AUTHORITY = 150;

	private transient volatile @Nullable ClerkSession session;

	SessionJwt(String token, @Nullable Instant issuedAt, @Nullable Instant expiresAt, Map<String, Object> headers,
			Map<String, Object> claims) {
		super(token, issuedAt, expiresAt, headers, claims);
	}

	@Nullable ClerkSession session() {
		return this.session;
	}

	/**
	 * Remember a session.
	 * @param session the session of this token, with its default authorities
	 */
	void remember(ClerkSession session) {
		if (estimatedBytes(session) <= MAX_BYTES) {
			this.session = session;
		}
	}

	// Each name of a permission, role, feature or plan is an authority as well
	private static long estimatedBytes(ClerkSession session) {
		return session.authorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.mapToLong((authority) -> (authority != null) ? BYTES_PER_AUTHORITY + 2L * authority.length() : 0)
			.sum();
	}

}
