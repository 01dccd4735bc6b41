package io.github.clerkspring.security.outbound;

import java.time.Duration;
import java.time.Instant;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.machine.M2mToken;

/**
 * Created token, with times in elapsed milliseconds.
 *
 * @param value the token
 * @param refreshAt the time from which the token is replaced in the background
 * @param expiresAt the time from which the token is not used, shortly before Clerk
 * rejects it
 */
record CachedToken(Secret value, long refreshAt, long expiresAt) {

	private static final long MARGIN_MILLIS = 10_000;

	/**
	 * Read the response to a creation.
	 * @param token the response
	 * @param now the time at which the creation began
	 * @param elapsed the same time, in elapsed milliseconds
	 * @param timeToLive the requested lifetime
	 * @return the token
	 */
	static CachedToken of(M2mToken token, Instant now, long elapsed, Duration timeToLive) {
		Secret value = token.token();
		Instant expiration = token.expiration();
		if (value == null || !StringUtils.hasText(value.value())) {
			throw new IllegalStateException("Clerk's response contains no token");
		}
		long lifetime = timeToLive.toMillis();
		if (expiration != null) {
			lifetime = Math.min(lifetime, Duration.between(now, expiration).toMillis());
		}
		Assert.state(lifetime > 0, "The created token is expired, compare the system time with Clerk's");
		long margin = Math.min(MARGIN_MILLIS, lifetime / 10);
		return new CachedToken(value, elapsed + lifetime * 4 / 5, elapsed + lifetime - margin);
	}

	boolean isRefreshDue(long now) {
		return now >= this.refreshAt;
	}

	boolean isExpired(long now) {
		return now >= this.expiresAt;
	}

}
