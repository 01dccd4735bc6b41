package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.ApiException;

/**
 * A failure to be answered with. Immutable; each method gives a changed copy.
 *
 * <pre class="code">
 * emulator.failNext(Fault.status(429).retryAfter(Duration.ofSeconds(2)).times(3).on("GET /users"));
 * </pre>
 */
public final class Fault {

	/** The lowest status of an answer that is no success. */
	static final int LOWEST_STATUS = 300;

	/** The highest status. */
	static final int HIGHEST_STATUS = 599;

	private static final int OVERSIZE = 16 * 1024 * 1024;

	private final Kind kind;

	private final int status;

	private final int times;

	private final @Nullable Duration retryAfter;

	private final Duration delay;

	private final @Nullable String operation;

	private Fault(Kind kind, int status, int times, @Nullable Duration retryAfter, Duration delay,
			@Nullable String operation) {
		this.kind = kind;
		this.status = status;
		this.times = times;
		this.retryAfter = retryAfter;
		this.delay = delay;
		this.operation = operation;
	}

	/**
	 * An error answer in Clerk's shape; the operation is not done.
	 * @param status the status, 300 to 599
	 * @return the fault
	 * @throws IllegalArgumentException if the status is not among these
	 */
	public static Fault status(int status) {
		require(status >= LOWEST_STATUS && status <= HIGHEST_STATUS, "The status of a fault is a number between "
				+ LOWEST_STATUS + " and " + HIGHEST_STATUS + ", not " + status);
		return new Fault(Kind.STATUS, status, 1, null, Duration.ZERO, null);
	}

	/**
	 * The right answer, but late.
	 * @param delay how late
	 * @return the fault
	 */
	public static Fault slow(Duration delay) {
		return of(Kind.SLOW).delay(delay);
	}

	/**
	 * No answer: the connection is closed.
	 * @return the fault
	 */
	public static Fault brokenConnection() {
		return of(Kind.BROKEN_CONNECTION);
	}

	/**
	 * The right answer, but only its first half, after which the connection is closed.
	 * @return the fault
	 */
	public static Fault truncatedBody() {
		return of(Kind.TRUNCATED_BODY);
	}

	/**
	 * The right answer with 16 MB of white space behind it.
	 * @return the fault
	 */
	public static Fault oversizedBody() {
		return of(Kind.OVERSIZED_BODY);
	}

	/**
	 * Sends {@code Retry-After}.
	 * @param duration the value, in whole seconds
	 * @return the changed copy
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public Fault retryAfter(Duration duration) {
		require(!duration.isNegative(), "Nobody can retry in the past: Retry-After is " + duration);
		return new Fault(this.kind, this.status, this.times, duration, this.delay, this.operation);
	}

	/**
	 * Waits before it fails.
	 * @param duration how long
	 * @return the changed copy
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public Fault delay(Duration duration) {
		require(!duration.isNegative(), "Nothing fails in the past: the delay is " + duration);
		return new Fault(this.kind, this.status, this.times, this.retryAfter, duration, this.operation);
	}

	/**
	 * Fails more than once.
	 * @param count how often, at least once
	 * @return the changed copy
	 * @throws IllegalArgumentException if the count is less than 1
	 */
	public Fault times(int count) {
		require(count > 0, "A fault happens at least once, not " + count + " times");
		return new Fault(this.kind, this.status, count, this.retryAfter, this.delay, this.operation);
	}

	/**
	 * Fails calls of one operation only.
	 * @param operation verb and path template below {@code /v1}, as {@code GET
	 * /users/{user_id}}
	 * @return the changed copy
	 */
	public Fault on(String operation) {
		return new Fault(this.kind, this.status, this.times, this.retryAfter, this.delay, operation);
	}

	static Fault of(Kind kind) {
		return new Fault(kind, 0, 1, null, Duration.ZERO, null);
	}

	Kind kind() {
		return this.kind;
	}

	int status() {
		return this.status;
	}

	int times() {
		return this.times;
	}

	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	ApiException error() {
		return (this.status == 429)
				? new ApiException(this.status, "too_many_requests", "Too many requests",
						"Too many requests were made. Retry after the time that Retry-After names.")
				: new ApiException(this.status, "emulated_fault", "emulated fault", "The emulator was told to fail.");
	}

	Duration delay() {
		return this.delay;
	}

	@Nullable String operation() {
		return this.operation;
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

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	private static byte[] padded(byte[] body) {
		byte[] padded = new byte[body.length + OVERSIZE];
		Arrays.fill(padded, (byte) ' ');
		System.arraycopy(body, 0, padded, 0, body.length);
		return padded;
	}

	@Override
	public String toString() {
		String what = (this.kind == Kind.STATUS) ? String.valueOf(this.status)
				: this.kind.name().toLowerCase(Locale.ROOT);
		return "Fault[" + what + ", times " + this.times + ((this.operation != null) ? ", on " + this.operation : "")
				+ "]";
	}

	enum Kind {

		STATUS, SLOW, BROKEN_CONNECTION, TRUNCATED_BODY, OVERSIZED_BODY

	}

}
