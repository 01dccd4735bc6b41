package io.github.clerkspring.security.keys;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;

/**
 * Exponential backoff between attempts to reach a failing key server: one second after
 * the first failure, doubled after each further failure, at most 30 seconds.
 */
final class RefreshBackoff {

	private static final long FIRST_MILLIS = 1_000;

	private static final long LONGEST_MILLIS = 30_000;

	private static final int MAX_DOUBLINGS = 5;

	private int failures;

	private long nextAttempt;

	private @Nullable TokenRejection failure;

	synchronized void succeeded() {
		this.failures = 0;
		this.nextAttempt = 0;
		this.failure = null;
	}

	synchronized void failed(TokenRejection failure, @Nullable Duration retryAfter, long now) {
		long pause = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(this.failures, MAX_DOUBLINGS));
		if (retryAfter != null) {
			pause = Math.min(LONGEST_MILLIS, Math.max(pause, retryAfter.toMillis()));
		}
		this.failures++;
		this.nextAttempt = now + pause;
		this.failure = failure;
	}

	synchronized boolean allows(long now) {
		return now >= this.nextAttempt;
	}

	synchronized @Nullable TokenRejection failure() {
		return this.failure;
	}

	synchronized ClerkUnavailableException exception(long now, @Nullable Throwable cause) {
		return new ClerkUnavailableException(
				(this.failure != null) ? this.failure : TokenRejection.JWK_REMOTE_FAILED_TO_LOAD,
				Duration.ofMillis(Math.max(0, this.nextAttempt - now)), cause);
	}

}
