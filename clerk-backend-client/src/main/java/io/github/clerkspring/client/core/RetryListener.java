package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.List;

/**
 * Told of calls that are repeated, for example to count them. What a listener throws is
 * logged and does not change the call.
 */
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

	/**
	 * A call failed and is not repeated, although it has attempts and time left, because
	 * the retry budget of the client is exhausted. Must not block.
	 * @param operation the operation, such as {@code users.get}, or {@code none}
	 * @param reason why the call would have been repeated
	 */
	default void onBudgetExhausted(String operation, Reason reason) {
	}

	/** Return a listener that tells all of these, in their order. */
	static RetryListener of(List<RetryListener> listeners) {
		List<RetryListener> all = List.copyOf(listeners);
		return new RetryListener() {

			@Override
			public void onRetry(String operation, Reason reason, Duration wait) {
				all.forEach((listener) -> listener.onRetry(operation, reason, wait));
			}

			@Override
			public void onBudgetExhausted(String operation, Reason reason) {
				all.forEach((listener) -> listener.onBudgetExhausted(operation, reason));
			}

		};
	}

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
