package io.github.clerkspring.security.session;

import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the key set that Clerk serves. Keys that do not verify session tokens are left
 * out; one bad key does not spoil the others.
 */
final class KeySetReader {

	private static final Log logger = LogFactory.getLog(KeySetReader.class);

	/**
	 * The longest answer that is read.
	 */
	static final int MAX_LENGTH = 256 * 1024;

	private static final JsonMapper MAPPER = JsonMapper.builder(UntrustedJson.factory(MAX_LENGTH).build()).build();

	private KeySetReader() {
	}

	static Map<String, VerificationKey> read(byte[] json) {
		if (!(parse(json) instanceof Map<?, ?> document) || !(document.get("keys") instanceof List<?> entries)) {
			throw new KeyServerException(TokenRejection.JWK_REMOTE_INVALID, "The answer is not a key set");
		}
		Map<String, VerificationKey> keys = new HashMap<>();
		for (Object entry : entries) {
			add(entry, keys);
		}
		if (keys.isEmpty()) {
			throw new KeyServerException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD,
					"None of the " + entries.size() + " keys in the answer can verify session tokens");
		}
		return keys;
	}

	private static @Nullable Object parse(byte[] json) {
		try {
			return MAPPER.readValue(json, Object.class);
		}
		catch (RuntimeException | StackOverflowError ex) {
			throw new KeyServerException(TokenRejection.JWK_REMOTE_INVALID, "The answer is not JSON");
		}
	}

	@SuppressWarnings("unchecked")
	private static void add(@Nullable Object entry, Map<String, VerificationKey> keys) {
		try {
			if (entry instanceof Map<?, ?> members && JWK.parse((Map<String, Object>) members) instanceof RSAKey key
					&& isUsable(key)) {
				keys.putIfAbsent(key.getKeyID(), new VerificationKey(key.toRSAPublicKey()));
			}
		}
		catch (ParseException | JOSEException | RuntimeException | StackOverflowError ex) {
			// A member that nobody has thought of may break a library in any way
			logger.debug("Skipped a key of the key set that cannot be read: " + ex.getClass().getName());
		}
	}

	private static boolean isUsable(RSAKey key) {
		return key.getKeyID() != null && !key.getKeyID().isEmpty() && !key.isPrivate()
				&& (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
				&& (key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm()));
	}

}
