package io.github.clerkspring.security.token;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

import io.github.clerkspring.security.VerifiedTokenCacheState;
import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.keys.InstancePool;

/**
 * Cache of tokens with a valid signature. On each use of a token everything but the
 * signature is checked again. Both the number of tokens and the memory are bounded.
 */
final class VerifiedTokenCache {

	/**
	 * Maximum length of a cached token: the maximum size of a cookie.
	 */
	static final int MAX_TOKEN_LENGTH = 4_096;

	/**
	 * Memory for each token of the maximum number. Smaller tokens have the same weight,
	 * so that the number of tokens is bounded as well.
	 */
	static final int BYTES_PER_TOKEN = 8_192;

	private final long maximumSize;

	private final Clock clock;

	/**
	 * The creation of an object takes a quarter of the time of a digest.
	 */
	private final InstancePool<MessageDigest> digests = new InstancePool<>(TokenDigest::sha256);

	/**
	 * Created with the first token, so that the start of an application does not load it.
	 */
	private final SingletonSupplier<Cache<TokenDigest, VerifiedToken>> tokens;

	VerifiedTokenCache(long maximumSize, Duration lifetime, Duration clockSkew, Clock clock) {
		this.maximumSize = maximumSize;
		this.clock = clock;
		this.tokens = SingletonSupplier.of(() -> create(lifetime, clockSkew));
	}

	private Cache<TokenDigest, VerifiedToken> create(Duration lifetime, Duration clockSkew) {
		return Caffeine.newBuilder()
			.maximumWeight(Math.min(this.maximumSize, Integer.MAX_VALUE) * BYTES_PER_TOKEN)
			.weigher((TokenDigest digest, VerifiedToken token) -> Math.max(BYTES_PER_TOKEN, token.estimatedBytes()))
			.expireAfter(Expiry.<TokenDigest, VerifiedToken>creating(
					(digest, token) -> min(lifetime, remaining(token).plus(clockSkew))))
			.ticker(ElapsedTime.of(this.clock)::nanos)
			.executor(Runnable::run)
			.recordStats()
			.build();
	}

	@Nullable TokenDigest digest(UnverifiedToken token) {
		return (this.maximumSize > 0) ? token.digest(this.digests) : null;
	}

	/**
	 * Return whether a token is cached, without an effect on statistics and eviction.
	 * @param digest the digest of the token
	 * @return whether it is cached
	 */
	boolean contains(@Nullable TokenDigest digest) {
		return digest != null && this.tokens.obtain().policy().getIfPresentQuietly(digest) != null;
	}

	@Nullable VerifiedToken get(@Nullable TokenDigest digest) {
		return (digest != null) ? this.tokens.obtain().getIfPresent(digest) : null;
	}

	void put(@Nullable TokenDigest digest, VerifiedToken token) {
		if (digest != null && token.jwt().getTokenValue().length() <= MAX_TOKEN_LENGTH) {
			this.tokens.obtain().put(digest, token);
		}
	}

	void remove(@Nullable TokenDigest digest) {
		if (digest != null) {
			this.tokens.obtain().invalidate(digest);
		}
	}

	VerifiedTokenCacheState state() {
		Cache<TokenDigest, VerifiedToken> tokens = this.tokens.obtain();
		CacheStats stats = tokens.stats();
		return new VerifiedTokenCacheState(this.maximumSize, tokens.estimatedSize(), stats.hitCount(),
				stats.missCount(), stats.evictionCount());
	}

	private Duration remaining(VerifiedToken token) {
		Instant expiresAt = token.jwt().getExpiresAt();
		Duration remaining = (expiresAt != null) ? Duration.between(this.clock.instant(), expiresAt) : Duration.ZERO;
		return (remaining.isNegative()) ? Duration.ZERO : remaining;
	}

	private static Duration min(Duration first, Duration second) {
		return (first.compareTo(second) < 0) ? first : second;
	}

}
