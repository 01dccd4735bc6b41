package io.github.clerkspring.emulator.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Failure of a request.
 *
 * @param kind the kind of failure
 * @param error the error of the kind {@code STATUS}, otherwise an empty one
 * @param times the number of failing requests
 * @param retryAfter the value of {@code Retry-After}, or null
 * @param delay the delay of the response
 * @param operation the operation that fails, or null for any
 */
public record Failure(Kind kind, Error error, int times, @Nullable Duration retryAfter, Duration delay,
		@Nullable String operation) {

	/** The lowest status of an error. */
	public static final int LOWEST_STATUS = 300;

	/** The highest status of an error. */
	public static final int HIGHEST_STATUS = 599;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int OVERSIZE = 16 * 1024 * 1024;

	/**
	 * Checks the values.
	 * @throws IllegalArgumentException if one is out of range or does not apply
	 */
	public Failure {
		boolean status = kind == Kind.STATUS;
		require(!status || (error.status >= LOWEST_STATUS && error.status <= HIGHEST_STATUS),
				"The status of a fault is a number between " + LOWEST_STATUS + " and " + HIGHEST_STATUS + ", not "
						+ error.status);
		require(status || error.isEmpty(), "Only a fault with a status has code, message and parameter");
		require(error.code == null || !error.code.isBlank(), "The code of a fault is not blank");
		require(times > 0, "A fault happens at least once, not " + times + " times");
		require(retryAfter == null || !retryAfter.isNegative(), "Retry-After is not negative: " + retryAfter);
		require(!delay.isNegative(), "The delay of a fault is not negative: " + delay);
	}

	public static Failure of(Kind kind) {
		return new Failure(kind, Error.NONE, 1, null, Duration.ZERO, null);
	}

	public static Failure status(int status) {
		return new Failure(Kind.STATUS, new Error(status, null, null, null), 1, null, Duration.ZERO, null);
	}

	public Failure withError(Error error) {
		return new Failure(this.kind, error, this.times, this.retryAfter, this.delay, this.operation);
	}

	public Failure withTimes(int times) {
		return new Failure(this.kind, this.error, times, this.retryAfter, this.delay, this.operation);
	}

	public Failure withRetryAfter(Duration retryAfter) {
		return new Failure(this.kind, this.error, this.times, retryAfter, this.delay, this.operation);
	}

	public Failure withDelay(Duration delay) {
		return new Failure(this.kind, this.error, this.times, this.retryAfter, delay, this.operation);
	}

	public Failure withOperation(String operation) {
		return new Failure(this.kind, this.error, this.times, this.retryAfter, this.delay, operation);
	}

	boolean matches(@Nullable String operation) {
		return this.operation == null || this.operation.equals(operation);
	}

	byte[] spoil(byte[] body) {
		return switch (this.kind) {
			case TRUNCATED_BODY -> Arrays.copyOf(body, body.length / 2);
			case OVERSIZED_BODY -> padded(body);
			default -> body;
		};
	}

	private static byte[] padded(byte[] body) {
		byte[] padded = new byte[body.length + OVERSIZE];
		Arrays.fill(padded, (byte) ' ');
		System.arraycopy(body, 0, padded, 0, body.length);
		return padded;
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	@Override
	public String toString() {
		String what = (this.kind == Kind.STATUS) ? String.valueOf(this.error.status)
				: this.kind.name().toLowerCase(Locale.ROOT);
		return "Fault[" + what + ", times " + this.times + ((this.operation != null) ? ", on " + this.operation : "")
				+ "]";
	}

	/**
	 * The error of a failure with a status.
	 *
	 * @param status the status
	 * @param code the code, or null for the default
	 * @param message the message, or null for the default
	 * @param parameter the name of the invalid parameter, or null
	 */
	public record Error(int status, @Nullable String code, @Nullable String message, @Nullable String parameter) {

		private static final Error NONE = new Error(0, null, null, null);

		private boolean isEmpty() {
			return this.code == null && this.message == null && this.parameter == null;
		}

		ApiException toException() {
			boolean limited = this.status == TOO_MANY_REQUESTS;
			String code = (limited) ? "too_many_requests" : "emulated_fault";
			String message = (limited) ? "Too many requests" : "emulated fault";
			String longMessage = (limited) ? "Too many requests. Retry after the time that Retry-After names."
					: "A fault of the emulator.";
			return new ApiException(this.status, (this.code != null) ? this.code : code,
					(this.message != null) ? this.message : message,
					(this.message != null) ? this.message : longMessage,
					(this.parameter != null) ? Map.of("param_name", this.parameter) : Map.of());
		}

	}

	/**
	 * The kinds of failures.
	 */
	public enum Kind {

		/** An error response; the operation is not performed. */
		STATUS,

		/** The regular response, delayed. */
		SLOW,

		/** No response: the connection is closed. */
		BROKEN_CONNECTION,

		/** Half of the regular response, then the connection is closed. */
		TRUNCATED_BODY,

		/** The regular response, followed by white space. */
		OVERSIZED_BODY

	}

}
