package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import io.github.clerkspring.emulator.routes.AccessTokens;

/**
 * Makes the access token that a user grants to an OAuth application, a JWT unless
 * {@link #opaque()} is called: a right one unless told otherwise. Its scopes are those of
 * the application if nothing is said.
 *
 * <pre class="code">
 * String token = emulator.oauthToken(userId, clientId).opaque().scopes("profile").mint();
 * </pre>
 */
public final class OAuthTokenBuilder extends ScopedTokenBuilder<OAuthTokenBuilder> {

	private final AccessTokens tokens;

	private final String userId;

	private final String clientId;

	OAuthTokenBuilder(InProcess clerk, String userId, String clientId) {
		super(clerk, false, "typ", "at+jwt");
		this.tokens = clerk.backend().accessTokens();
		this.userId = userId;
		this.clientId = clientId;
	}

	@Override
	List<String> usualScopes() {
		return this.tokens.scopes(this.clientId);
	}

	@Override
	long usualLifetime() {
		return AccessTokens.LIFETIME;
	}

	@Override
	String issue(List<String> scopes, long lifetime, boolean revoked) {
		require(claims().isEmpty(), "An opaque access token has no claims: call jwt() for one that has");
		return this.tokens.issue(this.userId, this.clientId, scopes, lifetime, revoked);
	}

	@Override
	Map<String, Object> usualClaims(List<String> scopes, long lifetime) {
		return this.tokens.claims(this.userId, this.clientId, scopes, lifetime);
	}

}
