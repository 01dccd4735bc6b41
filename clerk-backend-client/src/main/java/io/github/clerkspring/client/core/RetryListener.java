package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.List;

/**
 * Listener for retries, for example to count them. Exceptions of a listener are logged
 * and do not affect the call.
 */
@FunctionalInterface
public interface RetryListener {

	/**
	 * Invoked before the wait for a retry. Must not block.
	 * @param operation the operation, such as {@code users.get}, or {@code none} for a
	 * call without a modelled operation
	 * @param reason the reason for the retry
	 * @param wait the wait before the retry
	 */
	void onRetry(String operation, Reason reason, Duration wait);

	/**
	 * Invoked when a call fails without a retry because the retry budget is exhausted,
	 * although attempts and time remain. Must not block.
	 * @param operation the operation, such as {@code users.get}, or {@code none}
	 * @param reason the reason for the omitted retry
	 */
	default void onBudgetExhausted(String operation, Reason reason) {
	}

	/** Return a listener that delegates to these listeners in order. */
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

	/** Reason for a retry. */
	enum Reason {

		/** The response has status 429. */
		RATE_LIMITED,

		/** The response has status 502, 503 or 504. */
		UNAVAILABLE,

		/** The connection failed, was interrupted or timed out. */
		CONNECTION

	}

}
