package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;

import io.github.clerkspring.emulator.oauth.AccessTokens;
import io.github.clerkspring.emulator.store.Transaction;

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

	private final String userId;

	private final String clientId;

	OAuthTokenBuilder(InProcess clerk, String userId, String clientId) {
		super(clerk, false, "typ", "at+jwt");
		this.userId = userId;
		this.clientId = clientId;
	}

	@Override
	List<String> usualScopes(Transaction tx) {
		return AccessTokens.scopes(tx, this.clientId);
	}

	@Override
	long usualLifetime(Transaction tx) {
		return AccessTokens.LIFETIME;
	}

	@Override
	String issue(Transaction tx, List<String> scopes, long lifetime, boolean revoked) {
		require(AccessTokens.DETAILS.containsAll(claims().keySet()),
				"An opaque access token has no claims besides " + AccessTokens.DETAILS + ": call jwt() for others");
		return AccessTokens.issue(tx, this.userId, this.clientId, scopes, claims(), lifetime, revoked);
	}

	@Override
	Map<String, Object> usualClaims(Transaction tx, List<String> scopes, long lifetime) {
		return AccessTokens.claims(tx, this.userId, this.clientId, scopes, lifetime);
	}

}
