package io.github.clerkspring.client.core;

import java.time.Duration;

/** Hears of calls that are repeated, for example to count them. */
@FunctionalInterface
public interface RetryListener {

	/**
	 * A call failed and is repeated after a wait. Must not block.
	 * @param operation the operation, such as {@code users.get}, or {@code none} for a
	 * call that is not one of the modelled operations
	 * @param reason why the call is repeated
	 * @param wait how long the repetition waits
	 */
	void onRetry(String operation, Reason reason, Duration wait);

	/** Why a call is repeated. */
	enum Reason {

		/** Clerk answered 429. */
		RATE_LIMITED,

		/** Clerk answered 502, 503 or 504. */
		UNAVAILABLE,

		/** The connection could not be made, broke or gave no answer in time. */
		CONNECTION

	}

}
