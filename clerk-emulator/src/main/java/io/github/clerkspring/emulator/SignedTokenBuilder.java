package io.github.clerkspring.emulator;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;

/**
 * Mints signed tokens.
 *
 * @param <B> the builder itself
 */
public abstract class SignedTokenBuilder<B extends SignedTokenBuilder<B>> extends TokenBuilder<B> {

	SignedTokenBuilder(EmulatorEngine engine, TokenKind kind) {
		super(engine, kind);
	}

	/**
	 * Mints a token that is valid in an hour.
	 * @return this builder
	 */
	public B notYetValid() {
		return set(TokenOption.NOT_YET_VALID, true);
	}

	/**
	 * Signs with a key that is not published, under the id of the current key.
	 * @return this builder
	 */
	public B signedByStranger() {
		return set(TokenOption.SIGNED_BY_STRANGER, true);
	}

	/**
	 * Sets a member of the header, such as {@code kid}, {@code cat}, {@code typ} or
	 * {@code alg}. The signature is made with {@code alg}: RS256 to RS512, PS256 to
	 * PS512, HS256 to HS512 keyed with the public key, or none.
	 * @param name the name
	 * @param value the value; null removes the member
	 * @return this builder
	 */
	public B header(String name, @Nullable Object value) {
		return put(TokenOption.HEADER, name, value);
	}

}
