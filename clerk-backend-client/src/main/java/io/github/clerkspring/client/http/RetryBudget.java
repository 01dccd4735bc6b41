package io.github.clerkspring.client.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Token bucket that prevents retries from multiplying the load of a failing server. A
 * retry consumes a token, a successful call returns one.
 */
class RetryBudget {

	private final int capacity;

	private final AtomicInteger tokens;

	RetryBudget(int capacity) {
		this.capacity = capacity;
		this.tokens = new AtomicInteger(capacity);
	}

	boolean take() {
		return this.tokens.getAndUpdate((tokens) -> Math.max(0, tokens - 1)) > 0;
	}

	void giveBack() {
		if (this.tokens.get() < this.capacity) {
			this.tokens.updateAndGet((tokens) -> Math.min(this.capacity, tokens + 1));
		}
	}

}
