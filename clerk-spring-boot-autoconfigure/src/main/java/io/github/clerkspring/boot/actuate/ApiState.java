package io.github.clerkspring.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * State of Clerk's API, based on the latest calls.
 *
 * @param lastAnswer the time of the last successful response, or {@code null} if none
 * @param lastFailure the time of the last failure, or {@code null} if none
 * @param failure the reason of the current failure, or {@code null} if none
 * @param failures the number of consecutive failures
 * @param rateLimited the number of attempts rejected because of the rate limit
 * @param rateLimitedUntil the end of the last delay requested by Clerk, or {@code null}
 * if none
 */
record ApiState(@Nullable Instant lastAnswer, @Nullable Instant lastFailure, @Nullable Failure failure, int failures,
		long rateLimited, @Nullable Instant rateLimitedUntil) {

	static final ApiState NEW = new ApiState(null, null, null, 0, 0, null);

	/**
	 * Number of consecutive failures after which the API is down.
	 */
	private static final int TOO_MANY_FAILURES = 3;

	/**
	 * Time after which a failure is ignored, since health checks do not make calls.
	 */
	private static final Duration MEMORY = Duration.ofMinutes(1);

	ApiState answered(Instant now) {
		return new ApiState(now, this.lastFailure, null, 0, this.rateLimited, this.rateLimitedUntil);
	}

	ApiState failed(Failure failure, Instant now) {
		return new ApiState(this.lastAnswer, now, failure, (int) Math.min(this.failures + 1L, Integer.MAX_VALUE),
				this.rateLimited, this.rateLimitedUntil);
	}

	ApiState limited(@Nullable Duration wait, Instant now) {
		return new ApiState(this.lastAnswer, this.lastFailure, this.failure, this.failures, this.rateLimited + 1,
				(wait != null) ? now.plus(wait) : this.rateLimitedUntil);
	}

	boolean isNew() {
		return this.lastAnswer == null && this.lastFailure == null;
	}

	boolean isDown(Instant now) {
		if (this.failure == null || this.lastFailure == null) {
			return false;
		}
		return this.failure == Failure.SECRET_KEY_INVALID
				|| (this.failures >= TOO_MANY_FAILURES && this.lastFailure.plus(MEMORY).isAfter(now));
	}

	Map<String, Object> details() {
		return new Details().with("lastAnswer", this.lastAnswer)
			.with("lastFailure", this.lastFailure)
			.with("failure", (this.failure != null) ? this.failure.value() : null)
			.with("failures", this.failures)
			.toMap();
	}

	Map<String, Object> rateLimitDetails(Instant now) {
		boolean waiting = this.rateLimitedUntil != null && this.rateLimitedUntil.isAfter(now);
		return new Details().with("refused", this.rateLimited)
			.with("waiting", waiting)
			.with("until", this.rateLimitedUntil)
			.toMap();
	}

	/**
	 * Reason for a failure.
	 */
	enum Failure {

		/**
		 * The call had no response.
		 */
		UNREACHABLE("unreachable"),

		/**
		 * Clerk responded with a server error.
		 */
		SERVER_ERROR("server-error"),

		/**
		 * Clerk rejected the secret key.
		 */
		SECRET_KEY_INVALID("secret-key-invalid");

		private final String value;

		Failure(String value) {
			this.value = value;
		}

		String value() {
			return this.value;
		}

	}

}
