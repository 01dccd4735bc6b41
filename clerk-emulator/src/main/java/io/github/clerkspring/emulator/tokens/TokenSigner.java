package io.github.clerkspring.emulator.tokens;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * Creates compact signed tokens. The header is written as given, so that tokens that no
 * library would make can be made for negative tests.
 */
public final class TokenSigner {

	/** The category of session tokens. */
	public static final String SESSION = "cl_B7d4PD111AAA";

	/** The category of tokens of JWT templates. */
	public static final String TEMPLATE = "cl_B7d4PD222AAA";

	/** The category of tokens of machines. */
	public static final String MACHINE = "cl_B7d4PD333AAA";

	private final SigningKeys keys;

	public TokenSigner(SigningKeys keys) {
		this.keys = keys;
	}

	public static TokenSigner of(Transaction tx) {
		return tx.part(TokenSigner.class);
	}

	/**
	 * Signs with the present key.
	 * @param category the category, or null for none
	 * @param claims the claims
	 * @return the token
	 */
	public String sign(@Nullable String category, Map<String, ?> claims) {
		Map<String, @Nullable Object> header = new LinkedHashMap<>();
		if (category != null) {
			header.put("cat", category);
		}
		return sign(this.keys.current(), header, claims);
	}

	/**
	 * Signs with a key.
	 * @param key the key
	 * @param header changes of the default header; null removes a member
	 * @param claims the claims
	 * @return the token
	 */
	public String sign(RSAKey key, Map<String, ? extends @Nullable Object> header, Map<String, ?> claims) {
		Map<String, @Nullable Object> full = new LinkedHashMap<>();
		full.put("alg", "RS256");
		full.put("kid", key.getKeyID());
		full.put("typ", "JWT");
		full.putAll(header);
		full.values().removeIf((value) -> value == null);
		String input = encode(full) + "." + encode(claims);
		return input + "." + signature(key, String.valueOf(full.get("alg")), input);
	}

	/**
	 * Checks the signature of a token by one of the published keys, but not whether it
	 * has expired.
	 * @param token the token
	 * @return the claims, or null if the token was not signed here
	 */
	public @Nullable JsonNode verify(String token) {
		try {
			JWSObject parsed = JWSObject.parse(token);
			RSAKey key = this.keys.find(parsed.getHeader().getKeyID());
			boolean valid = key != null && parsed.verify(new RSASSAVerifier(key));
			return (valid) ? JsonMapper.shared().readTree(parsed.getPayload().toBytes()) : null;
		}
		catch (ParseException | JOSEException | JacksonException ex) {
			return null;
		}
	}

	private static Base64URL signature(RSAKey key, String algorithm, String input) {
		if (algorithm.equalsIgnoreCase("none")) {
			return Base64URL.encode(new byte[0]);
		}
		try {
			JWSAlgorithm parsed = JWSAlgorithm.parse(algorithm);
			JWSSigner signer = (JWSAlgorithm.Family.HMAC_SHA.contains(parsed))
					? new MACSigner(key.toRSAPublicKey().getEncoded()) : new RSASSASigner(key);
			return signer.sign(new JWSHeader(parsed), input.getBytes(StandardCharsets.US_ASCII));
		}
		catch (JOSEException ex) {
			throw new IllegalArgumentException("No signature with algorithm " + algorithm, ex);
		}
	}

	private static Base64URL encode(Object part) {
		return Base64URL.encode(JsonMapper.shared().writeValueAsBytes(part));
	}

}
