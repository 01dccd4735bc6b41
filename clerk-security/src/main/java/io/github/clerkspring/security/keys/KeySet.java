package io.github.clerkspring.security.keys;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All keys of an instance at one time. A refresh replaces the whole set, so that keys
 * that Clerk removed are removed.
 *
 * @param keys the keys by key id
 * @param loadedAt the time of the request in milliseconds
 */
record KeySet(Map<String, VerificationKey> keys, long loadedAt) {

	KeySet {
		keys = Map.copyOf(keys);
	}

	@Nullable VerificationKey get(String keyId) {
		return this.keys.get(keyId);
	}

}
