package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.token.TokenDigest;

/**
 * Bounded memory of tokens, by their digests, for a limited time.
 *
 * @param <V> what is remembered of a token
 */
final class TokenMemory<V> {

	private final @Nullable Cache<TokenDigest, V> values;

	/**
	 * Create a memory.
	 * @param maxSize the maximum number of tokens; zero remembers none
	 * @param timeToLive the time for which a token is remembered; zero remembers none
	 * @param time the elapsed time
	 */
	TokenMemory(long maxSize, Duration timeToLive, ElapsedTime time) {
		this.values = (maxSize > 0 && !timeToLive.isZero()) ? Caffeine.newBuilder()
			.maximumSize(maxSize)
			.expireAfterWrite(timeToLive)
			.ticker(time::nanos)
			.executor(Runnable::run)
			.build() : null;
	}

	@Nullable V get(TokenDigest digest) {
		return (this.values != null) ? this.values.getIfPresent(digest) : null;
	}

	void put(TokenDigest digest, V value) {
		if (this.values != null) {
			this.values.put(digest, value);
		}
	}

	void remove(TokenDigest digest) {
		if (this.values != null) {
			this.values.invalidate(digest);
		}
	}

	long size() {
		if (this.values == null) {
			return 0;
		}
		this.values.cleanUp();
		return this.values.estimatedSize();
	}

}
