package io.github.clerkspring.emulator;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints an access token that a user grants to an OAuth application, a JWT unless
 * {@link #opaque()} is called. Its scopes are those of the application by default.
 *
 * <pre class="code">
 * String token = emulator.oauthToken(userId, clientId).opaque().scopes("profile").mint();
 * </pre>
 */
public final class OAuthTokenBuilder extends ScopedTokenBuilder<OAuthTokenBuilder> {

	OAuthTokenBuilder(EmulatorEngine engine, String userId, String clientId) {
		super(engine, TokenKind.OAUTH);
		set(TokenOption.USER_ID, userId).set(TokenOption.CLIENT_ID, clientId);
	}

}
