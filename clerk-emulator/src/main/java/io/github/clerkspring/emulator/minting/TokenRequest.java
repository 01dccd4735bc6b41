package io.github.clerkspring.emulator.minting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.SigningKeys;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * A request to mint a token.
 *
 * @param tx the transaction
 * @param options the checked options
 */
record TokenRequest(Transaction tx, Body options) {

	private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {
	};

	private static final long EXPIRED = -60;

	private static final long NOT_YET_VALID = 3600;

	boolean has(TokenOption option) {
		return this.options.has(option.key());
	}

	boolean is(TokenOption option) {
		return this.options.flag(option.key(), false);
	}

	String required(TokenOption option) {
		return this.options.required(option.key());
	}

	@Nullable String text(TokenOption option) {
		return this.options.text(option.key());
	}

	String text(TokenOption option, String fallback) {
		String text = text(option);
		return (text != null) ? text : fallback;
	}

	List<String> texts(TokenOption option) {
		return this.options.texts(option.key());
	}

	long number(TokenOption option, long fallback) {
		Long number = this.options.number(option.key());
		return (number != null) ? number : fallback;
	}

	Map<String, @Nullable Object> map(TokenOption option) {
		return (has(option)) ? JsonMapper.shared().convertValue(this.options.object(option.key()), MAP)
				: new LinkedHashMap<>();
	}

	Map<String, @Nullable Object> claims() {
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		if (has(TokenOption.AUTHORIZED_PARTY)) {
			claims.put("azp", text(TokenOption.AUTHORIZED_PARTY));
		}
		if (has(TokenOption.FIRST_FACTOR_AGE) || has(TokenOption.SECOND_FACTOR_AGE)) {
			claims.put("fva",
					List.of(number(TokenOption.FIRST_FACTOR_AGE, 0), number(TokenOption.SECOND_FACTOR_AGE, -1)));
		}
		if (has(TokenOption.ACTOR)) {
			claims.put("act", map(TokenOption.ACTOR));
		}
		claims.putAll(map(TokenOption.CLAIMS));
		return claims;
	}

	/**
	 * Returns the lifetime of the request.
	 * @return the lifetime in seconds, or null for the usual one
	 */
	@Nullable Long lifetime() {
		return (is(TokenOption.EXPIRED)) ? Long.valueOf(EXPIRED) : this.options.number(TokenOption.EXPIRES_IN.key());
	}

	long lifetime(long usual) {
		Long lifetime = lifetime();
		return (lifetime != null) ? lifetime : usual;
	}

	/**
	 * Whether header or key differ from the usual ones.
	 * @return true if an option changes one of them
	 */
	boolean changesSignature() {
		return has(TokenOption.HEADER) || is(TokenOption.SIGNED_BY_STRANGER);
	}

	/**
	 * Adds the claims of the request.
	 * @param usual the usual claims of the token
	 * @return all claims
	 */
	Map<String, @Nullable Object> merge(Map<String, ?> usual) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>(usual);
		if (is(TokenOption.NOT_YET_VALID)) {
			all.put("nbf", this.tx.now() / 1000 + NOT_YET_VALID);
		}
		all.putAll(claims());
		all.values().removeIf((value) -> value == null);
		return all;
	}

	String sign(String headerName, String headerValue, Map<String, ?> usualClaims) {
		Map<String, @Nullable Object> header = new LinkedHashMap<>();
		header.put(headerName, headerValue);
		header.putAll(map(TokenOption.HEADER));
		return TokenSigner.of(this.tx).sign(key(), header, merge(usualClaims));
	}

	private RSAKey key() {
		SigningKeys keys = SigningKeys.of(this.tx);
		return (is(TokenOption.SIGNED_BY_STRANGER))
				? new RSAKey.Builder(keys.stranger()).keyID(keys.current().getKeyID()).build() : keys.current();
	}

	static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalStateException(message);
		}
	}

}
