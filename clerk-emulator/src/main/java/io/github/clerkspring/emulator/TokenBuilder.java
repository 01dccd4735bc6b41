package io.github.clerkspring.emulator;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;
import io.github.clerkspring.emulator.store.Json;

/**
 * Mints tokens, valid ones unless an option makes them invalid.
 *
 * @param <B> the builder itself
 */
public abstract class TokenBuilder<B extends TokenBuilder<B>> {

	private final EmulatorEngine engine;

	private final TokenKind kind;

	private final ObjectNode options = Json.object();

	TokenBuilder(EmulatorEngine engine, TokenKind kind) {
		this.engine = engine;
		this.kind = kind;
	}

	/**
	 * Sets the lifetime.
	 * @param lifetime the time until expiration, negative for an expired token
	 * @return this builder
	 */
	public B expiresIn(Duration lifetime) {
		this.options.remove(TokenOption.EXPIRED.key());
		return set(TokenOption.EXPIRES_IN, lifetime.toSeconds());
	}

	/**
	 * Mints a token that expired a minute ago.
	 * @return this builder
	 */
	public B expired() {
		return set(TokenOption.EXPIRED, true);
	}

	/**
	 * Sets a claim.
	 * @param name the name
	 * @param value the value; null removes the claim
	 * @return this builder
	 */
	public B claim(String name, @Nullable Object value) {
		return put(TokenOption.CLAIMS, name, value);
	}

	/**
	 * Mints a token.
	 * @return the token
	 * @throws IllegalStateException if the options exclude each other
	 */
	public String mint() {
		return this.engine.transaction((tx) -> this.kind.mint(tx, this.options));
	}

	B set(TokenOption option, Object value) {
		this.options.set(option.key(), JsonMapper.shared().valueToTree(value));
		return self();
	}

	B put(TokenOption option, String name, @Nullable Object value) {
		this.options.withObjectProperty(option.key()).set(name, JsonMapper.shared().valueToTree(value));
		return self();
	}

	@SuppressWarnings("unchecked")
	private B self() {
		return (B) this;
	}

}
