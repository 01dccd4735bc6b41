package io.github.clerkspring.security.outbound;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.ClerkApiException;

/**
 * Exponential backoff between attempts to create a token: one second after the first
 * failure, doubled after each further failure, at most one minute; longer if Clerk
 * requests it, at most five minutes.
 */
final class CreationBackoff {

	private static final long FIRST_MILLIS = 1_000;

	private static final long LONGEST_MILLIS = 60_000;

	private static final long LONGEST_RETRY_AFTER_MILLIS = 300_000;

	private static final int MAX_DOUBLINGS = 6;

	private int failures;

	private long nextAttempt;

	private String reason = "";

	synchronized void succeeded() {
		this.failures = 0;
		this.nextAttempt = 0;
	}

	synchronized void failed(Throwable failure, long now) {
		long pause = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(this.failures, MAX_DOUBLINGS));
		this.failures++;
		this.nextAttempt = now + Math.max(pause, retryAfter(failure));
		this.reason = reason(failure);
	}

	private static long retryAfter(Throwable failure) {
		Duration retryAfter = (failure instanceof ClerkApiException ex) ? ex.retryAfter() : null;
		return (retryAfter != null) ? Math.min(LONGEST_RETRY_AFTER_MILLIS, retryAfter.toMillis()) : 0;
	}

	private static String reason(Throwable failure) {
		@Nullable String message = failure.getMessage();
		return (message != null) ? message : failure.getClass().getName();
	}

	synchronized boolean allows(long now) {
		return now >= this.nextAttempt;
	}

	synchronized String reason() {
		return this.reason;
	}

	synchronized Duration remaining(long now) {
		return Duration.ofMillis(Math.max(0, this.nextAttempt - now));
	}

}
