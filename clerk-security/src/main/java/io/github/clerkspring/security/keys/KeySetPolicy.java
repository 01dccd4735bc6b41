package io.github.clerkspring.security.keys;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How long a key set lives, and what may be done before and after its end.
 *
 * @param lifetime how long a set is used before it must be fetched again
 * @param refreshAhead how long before that end it is fetched in the background
 * @param staleLimit how long beyond that end it is used while it cannot be fetched
 * @param unknownKeyInterval pause between two refreshes that unknown keys ask for
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
