package io.github.clerkspring.boot.actuate;

import java.util.Map;

import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.VerifiedTokenCacheState;

/**
 * Details of the keys and of the cache of verified tokens.
 */
final class TokenDetails {

	private TokenDetails() {
	}

	static Map<String, Object> of(ClerkKeySetState keys) {
		return new Details().with("ready", keys.ready())
			.with("stale", keys.stale())
			.with("count", keys.keys())
			.withAge("age", keys.age())
			.with("refreshes", keys.refreshes())
			.with("failedRefreshes", keys.failedRefreshes())
			.with("refusedRefreshes", keys.refusedRefreshes())
			.with("failure", (keys.failure() != null) ? keys.failure().value() : null)
			.toMap();
	}

	static Map<String, Object> of(VerifiedTokenCacheState cache) {
		return new Details().with("maximumSize", cache.maximumSize())
			.with("size", cache.size())
			.with("hits", cache.hits())
			.with("misses", cache.misses())
			.with("evictions", cache.evictions())
			.toMap();
	}

}
