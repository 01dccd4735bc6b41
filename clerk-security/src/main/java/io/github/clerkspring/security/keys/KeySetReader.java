package io.github.clerkspring.security.keys;

import java.text.ParseException;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.UntrustedJson;
import io.github.clerkspring.security.TokenRejection;

/**
 * Reads a JSON Web Key Set. Keys that cannot verify tokens at this time are skipped.
 */
final class KeySetReader {

	private static final Log logger = LogFactory.getLog(KeySetReader.class);

	/**
	 * Maximum size of a response in bytes.
	 */
	static final int MAX_LENGTH = 256 * 1024;

	private static final JsonMapper MAPPER = JsonMapper.builder(UntrustedJson.factory(MAX_LENGTH).build()).build();

	private static final Set<String> SECRET_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

	private final Clock clock;

	KeySetReader(Clock clock) {
		this.clock = clock;
	}

	Map<String, VerificationKey> read(byte[] json) {
		if (!(parse(json) instanceof Map<?, ?> document) || !(document.get("keys") instanceof List<?> entries)) {
			throw new KeyServerException(TokenRejection.JWK_REMOTE_INVALID, "The response is not a key set");
		}
		Map<String, VerificationKey> keys = new HashMap<>();
		for (Object entry : entries) {
			add(entry, keys);
		}
		if (keys.isEmpty()) {
			throw new KeyServerException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD,
					"None of the " + entries.size() + " keys in the response can verify session tokens");
		}
		return keys;
	}

	private static @Nullable Object parse(byte[] json) {
		try {
			return MAPPER.readValue(json, Object.class);
		}
		catch (RuntimeException | StackOverflowError ex) {
			throw new KeyServerException(TokenRejection.JWK_REMOTE_INVALID, "The response is not JSON");
		}
	}

	@SuppressWarnings("unchecked")
	private void add(@Nullable Object entry, Map<String, VerificationKey> keys) {
		try {
			if (entry instanceof Map<?, ?> members && Collections.disjoint(members.keySet(), SECRET_MEMBERS)
					&& JWK.parse((Map<String, Object>) members) instanceof RSAKey key && isUsable(key)) {
				keys.putIfAbsent(key.getKeyID(), new VerificationKey(key.toRSAPublicKey()));
			}
		}
		catch (ParseException | JOSEException | RuntimeException | StackOverflowError ex) {
			// An unexpected member may cause any exception in the library
			logger.debug("Skipped a key of the key set that cannot be read: " + ex.getClass().getName());
		}
	}

	private boolean isUsable(RSAKey key) {
		return key.getKeyID() != null && !key.getKeyID().isEmpty()
				&& (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
				&& (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
				&& (key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm())) && isCurrent(key);
	}

	private boolean isCurrent(RSAKey key) {
		Date now = Date.from(this.clock.instant());
		return (key.getExpirationTime() == null || now.before(key.getExpirationTime()))
				&& (key.getNotBeforeTime() == null || !now.before(key.getNotBeforeTime()));
	}

}
