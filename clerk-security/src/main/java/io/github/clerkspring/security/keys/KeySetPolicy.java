package io.github.clerkspring.security.keys;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Time to live of a key set, and the times before and after its end.
 *
 * @param lifetime the time after which the set must be fetched again
 * @param refreshAhead the time before that end at which it is fetched in the background
 * @param staleLimit the time beyond that end for which it is used if it cannot be fetched
 * @param unknownKeyInterval the minimum interval between fetches caused by unknown keys
 */
record KeySetPolicy(Duration lifetime, Duration refreshAhead, Duration staleLimit, Duration unknownKeyInterval) {

	KeySetPolicy {
		Assert.isTrue(!lifetime.isNegative() && !lifetime.isZero(), "lifetime must be positive");
		Assert.isTrue(!refreshAhead.isNegative() && refreshAhead.compareTo(lifetime) < 0,
				"refreshAhead must be shorter than lifetime");
		Assert.isTrue(!staleLimit.isNegative(), "staleLimit must not be negative");
		Assert.isTrue(!unknownKeyInterval.isNegative(), "unknownKeyInterval must not be negative");
	}

	boolean isExpired(KeySet set, long now) {
		return now - set.loadedAt() >= this.lifetime.toMillis();
	}

	boolean isRefreshDue(KeySet set, long now) {
		return now - set.loadedAt() >= this.lifetime.minus(this.refreshAhead).toMillis();
	}

	boolean isTrusted(KeySet set, long now) {
		return now - set.loadedAt() < this.lifetime.plus(this.staleLimit).toMillis();
	}

}
