package io.github.clerkspring.emulator;

import java.util.List;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints tokens with scopes, in two formats: opaque tokens, which only the Backend API can
 * verify, and signed tokens.
 *
 * @param <B> the builder itself
 */
public abstract class ScopedTokenBuilder<B extends ScopedTokenBuilder<B>> extends SignedTokenBuilder<B> {

	ScopedTokenBuilder(EmulatorEngine engine, TokenKind kind) {
		super(engine, kind);
	}

	/**
	 * Mints an opaque token, which the Backend API verifies and can revoke.
	 * @return this builder
	 */
	public B opaque() {
		return set(TokenOption.FORMAT, "opaque");
	}

	/**
	 * Mints a signed token, which is not stored.
	 * @return this builder
	 */
	public B jwt() {
		return set(TokenOption.FORMAT, "jwt");
	}

	/**
	 * Sets the scopes. Defaults to all permitted scopes.
	 * @param scopes the scopes
	 * @return this builder
	 */
	public B scopes(String... scopes) {
		return set(TokenOption.SCOPES, List.of(scopes));
	}

	/**
	 * Mints a revoked token, which must be opaque.
	 * @return this builder
	 */
	public B revoked() {
		return set(TokenOption.REVOKED, true);
	}

}
