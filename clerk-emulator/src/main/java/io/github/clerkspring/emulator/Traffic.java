package io.github.clerkspring.emulator;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Operations;

/**
 * What happens to requests on their way to an operation: they are noted, limited and told
 * to fail.
 */
final class Traffic {

	private static final int TOO_MANY_REQUESTS = 429;

	private final RequestJournal journal = new RequestJournal();

	private final Faults faults;

	private final RateLimiter limiter;

	Traffic(Operations routes, Clock clock) {
		this.faults = new Faults(routes::operations);
		this.limiter = new RateLimiter(clock);
	}

	RequestJournal journal() {
		return this.journal;
	}

	Faults faults() {
		return this.faults;
	}

	RateLimiter limiter() {
		return this.limiter;
	}

	/**
	 * Decides whether a request fails.
	 * @param match the operation, or null if there is none
	 * @return how it fails, or null if it does not
	 */
	@Nullable Fault next(Operations.@Nullable Match match) {
		Duration wait = (match != null) ? this.limiter.count(match) : null;
		if (wait != null) {
			return Fault.status(TOO_MANY_REQUESTS).retryAfter(wait);
		}
		return this.faults.next((match != null) ? match.route().operation() : null);
	}

	/**
	 * Forgets requests, faults and limits.
	 */
	void clear() {
		this.journal.clear();
		this.faults.clear();
		this.limiter.limit(RateLimits.NONE);
	}

}
