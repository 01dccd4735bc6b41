package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * What is common to all that makes tokens: a right one unless told otherwise.
 *
 * @param <B> the builder itself
 */
public abstract class TokenBuilder<B extends TokenBuilder<B>> {

	private final InProcess clerk;

	private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();

	private @Nullable Duration lifetime;

	TokenBuilder(InProcess clerk) {
		this.clerk = clerk;
	}

	/**
	 * Lets the token live for another time than usual.
	 * @param lifetime how long, in whole seconds
	 * @return this builder
	 */
	public B expiresIn(Duration lifetime) {
		this.lifetime = lifetime;
		return self();
	}

	/**
	 * Makes a token that expired a minute ago.
	 * @return this builder
	 */
	public B expired() {
		return expiresIn(Duration.ofSeconds(-60));
	}

	/**
	 * Sets a claim.
	 * @param name the name
	 * @param value text, number, boolean, list or map; null leaves the claim out
	 * @return this builder
	 */
	public B claim(String name, @Nullable Object value) {
		this.claims.put(name, value);
		return self();
	}

	/**
	 * Makes the token.
	 * @return the token
	 * @throws IllegalStateException if what was asked for does not go together
	 */
	public String mint() {
		return this.clerk.give(this::make);
	}

	abstract String make(Transaction tx);

	Map<String, @Nullable Object> claims() {
		return this.claims;
	}

	@Nullable Long lifetime() {
		return (this.lifetime != null) ? Long.valueOf(this.lifetime.toSeconds()) : null;
	}

	static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalStateException(message);
		}
	}

	@SuppressWarnings("unchecked")
	final B self() {
		return (B) this;
	}

}
