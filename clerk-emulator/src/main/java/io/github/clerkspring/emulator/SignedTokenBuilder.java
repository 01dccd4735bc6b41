package io.github.clerkspring.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.SigningKeys;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Makes tokens that are signed.
 *
 * @param <B> the builder itself
 */
public abstract class SignedTokenBuilder<B extends SignedTokenBuilder<B>> extends TokenBuilder<B> {

	private final Map<String, @Nullable Object> header = new LinkedHashMap<>();

	private boolean notYetValid;

	private boolean headerChanged;

	private boolean stranger;

	SignedTokenBuilder(InProcess clerk, String headerName, String headerValue) {
		super(clerk);
		this.header.put(headerName, headerValue);
	}

	/**
	 * Makes a token that is valid in an hour.
	 * @return this builder
	 */
	public B notYetValid() {
		this.notYetValid = true;
		return self();
	}

	/**
	 * Signs with a key that is not published, under the id of the present key.
	 * @return this builder
	 */
	public B signedByStranger() {
		this.stranger = true;
		return self();
	}

	/**
	 * Sets a member of the header, as {@code kid}, {@code cat}, {@code typ} or
	 * {@code alg}. The signature is made with {@code alg}: RS256 to RS512, PS256 to
	 * PS512, HS256 to HS512 keyed with the public key, or none.
	 * @param name the name
	 * @param value the value; null leaves the member out
	 * @return this builder
	 */
	public B header(String name, @Nullable Object value) {
		this.headerChanged = true;
		this.header.put(name, value);
		return self();
	}

	/**
	 * Whether something was asked for that only a signed token has.
	 * @return true if so
	 */
	boolean signatureMatters() {
		return this.notYetValid || signedUnusually();
	}

	/**
	 * Whether the header or the key differ from the usual.
	 * @return true if so
	 */
	boolean signedUnusually() {
		return this.headerChanged || this.stranger;
	}

	/**
	 * The claims together with those that were asked for.
	 * @param tx the transaction
	 * @param usualClaims the claims that the token has if nothing is said
	 * @return all claims
	 */
	Map<String, @Nullable Object> merge(Transaction tx, Map<String, ?> usualClaims) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>(usualClaims);
		if (this.notYetValid) {
			all.put("nbf", tx.now() / 1000 + 3600);
		}
		all.putAll(claims());
		all.values().removeIf((value) -> value == null);
		return all;
	}

	String sign(Transaction tx, Map<String, ?> usualClaims) {
		return TokenSigner.of(tx).sign(key(tx), this.header, merge(tx, usualClaims));
	}

	private RSAKey key(Transaction tx) {
		RSAKey current = SigningKeys.of(tx).current();
		if (!this.stranger) {
			return current;
		}
		return new RSAKey.Builder(SigningKeys.of(tx).stranger()).keyID(current.getKeyID()).build();
	}

}
