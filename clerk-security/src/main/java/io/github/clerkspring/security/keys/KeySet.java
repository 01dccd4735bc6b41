package io.github.clerkspring.security.keys;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All keys of an instance as they were at one time. It is replaced as a whole, so that a
 * key that Clerk removed is gone with the next refresh.
 *
 * @param keys the keys by their ids
 * @param loadedAt when they were asked for, in milliseconds
 */
record KeySet(Map<String, VerificationKey> keys, long loadedAt) {

	KeySet {
		keys = Map.copyOf(keys);
	}

	@Nullable VerificationKey get(String keyId) {
		return this.keys.get(keyId);
	}

}
