package io.github.clerkspring.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * State of Clerk's API, derived from the last calls.
 *
 * @param lastAnswer when Clerk last answered as it should, or {@code null} if never
 * @param lastTrouble when it last did not, or {@code null} if never
 * @param trouble what is the matter now, or {@code null} if nothing is
 * @param troubles how many calls in a row it has been the matter
 * @param rateLimited how many attempts Clerk refused because there were too many
 * @param rateLimitedUntil until when Clerk asked to wait, or {@code null} if it never did
 */
record ApiState(@Nullable Instant lastAnswer, @Nullable Instant lastTrouble, @Nullable Trouble trouble, int troubles,
		long rateLimited, @Nullable Instant rateLimitedUntil) {

	static final ApiState NEW = new ApiState(null, null, null, 0, 0, null);

	/**
	 * Number of consecutive failures from which the API is down.
	 */
	private static final int TOO_MANY_TROUBLES = 3;

	/**
	 * Time after which failures are no longer relevant, since a probe makes no call.
	 */
	private static final Duration MEMORY = Duration.ofMinutes(1);

	ApiState answered(Instant now) {
		return new ApiState(now, this.lastTrouble, null, 0, this.rateLimited, this.rateLimitedUntil);
	}

	ApiState troubled(Trouble trouble, Instant now) {
		return new ApiState(this.lastAnswer, now, trouble, (int) Math.min(this.troubles + 1L, Integer.MAX_VALUE),
				this.rateLimited, this.rateLimitedUntil);
	}

	ApiState limited(@Nullable Duration wait, Instant now) {
		return new ApiState(this.lastAnswer, this.lastTrouble, this.trouble, this.troubles, this.rateLimited + 1,
				(wait != null) ? now.plus(wait) : this.rateLimitedUntil);
	}

	boolean isNew() {
		return this.lastAnswer == null && this.lastTrouble == null;
	}

	boolean isDown(Instant now) {
		if (this.trouble == null || this.lastTrouble == null) {
			return false;
		}
		return this.trouble == Trouble.SECRET_KEY_INVALID
				|| (this.troubles >= TOO_MANY_TROUBLES && this.lastTrouble.plus(MEMORY).isAfter(now));
	}

	Map<String, Object> details() {
		return new Details().with("lastAnswer", this.lastAnswer)
			.with("lastTrouble", this.lastTrouble)
			.with("trouble", (this.trouble != null) ? this.trouble.value() : null)
			.with("troubles", this.troubles)
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
	enum Trouble {

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

		Trouble(String value) {
			this.value = value;
		}

		String value() {
			return this.value;
		}

	}

}
