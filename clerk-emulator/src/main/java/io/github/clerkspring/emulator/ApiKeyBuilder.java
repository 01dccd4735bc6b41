package io.github.clerkspring.emulator;

import java.util.List;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints an API key, which never expires by default.
 *
 * <pre class="code">
 * String secret = emulator.apiKey(userId).scopes("invoices:read").mint();
 * </pre>
 */
public final class ApiKeyBuilder extends TokenBuilder<ApiKeyBuilder> {

	ApiKeyBuilder(EmulatorEngine engine, String subject) {
		super(engine, TokenKind.API_KEY);
		set(TokenOption.SUBJECT, subject);
	}

	/**
	 * Sets the name of the key.
	 * @param name the name
	 * @return this builder
	 */
	public ApiKeyBuilder name(String name) {
		return set(TokenOption.NAME, name);
	}

	/**
	 * Sets the scopes of the key.
	 * @param scopes the scopes
	 * @return this builder
	 */
	public ApiKeyBuilder scopes(String... scopes) {
		return set(TokenOption.SCOPES, List.of(scopes));
	}

	/**
	 * Mints a revoked key.
	 * @return this builder
	 */
	public ApiKeyBuilder revoked() {
		return set(TokenOption.REVOKED, true);
	}

}
