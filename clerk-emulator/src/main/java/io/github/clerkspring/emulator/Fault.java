package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

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

	private static final Details NO_ERROR = new Details(null, null, null);

	private final Kind kind;

	private final int status;

	private final int times;

	private final @Nullable Duration retryAfter;

	private final Duration delay;

	private final @Nullable String operation;

	private final Details error;

	private Fault(Kind kind, int status, int times, @Nullable Duration retryAfter, Duration delay,
			@Nullable String operation, Details error) {
		this.kind = kind;
		this.status = status;
		this.times = times;
		this.retryAfter = retryAfter;
		this.delay = delay;
		this.operation = operation;
		this.error = error;
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
		return new Fault(Kind.STATUS, status, 1, null, Duration.ZERO, null, NO_ERROR);
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
		return new Fault(this.kind, this.status, this.times, duration, this.delay, this.operation, this.error);
	}

	/**
	 * Waits before it fails.
	 * @param duration how long
	 * @return the changed copy
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public Fault delay(Duration duration) {
		require(!duration.isNegative(), "Nothing fails in the past: the delay is " + duration);
		return new Fault(this.kind, this.status, this.times, this.retryAfter, duration, this.operation, this.error);
	}

	/**
	 * Fails more than once.
	 * @param count how often, at least once
	 * @return the changed copy
	 * @throws IllegalArgumentException if the count is less than 1
	 */
	public Fault times(int count) {
		require(count > 0, "A fault happens at least once, not " + count + " times");
		return new Fault(this.kind, this.status, count, this.retryAfter, this.delay, this.operation, this.error);
	}

	/**
	 * Fails calls of one operation only.
	 * @param operation verb and path template below {@code /v1}, as {@code GET
	 * /users/{user_id}}
	 * @return the changed copy
	 */
	public Fault on(String operation) {
		return new Fault(this.kind, this.status, this.times, this.retryAfter, this.delay, operation, this.error);
	}

	/**
	 * Sends another code than {@code emulated_fault}.
	 * @param code the code, as {@code form_password_pwned}
	 * @return the changed copy
	 * @throws IllegalArgumentException if this is no fault with a status, or the code is
	 * blank
	 */
	public Fault code(String code) {
		require(!code.isBlank(), "The code of a fault is not blank");
		return error(new Details(code, this.error.message, this.error.parameter));
	}

	/**
	 * Sends another message.
	 * @param message the message
	 * @return the changed copy
	 * @throws IllegalArgumentException if this is no fault with a status
	 */
	public Fault message(String message) {
		return error(new Details(this.error.code, message, this.error.parameter));
	}

	/**
	 * Names the parameter that is wrong, as {@code meta.param_name}.
	 * @param name the name of the parameter, as {@code password}
	 * @return the changed copy
	 * @throws IllegalArgumentException if this is no fault with a status
	 */
	public Fault parameter(String name) {
		return error(new Details(this.error.code, this.error.message, name));
	}

	private Fault error(Details details) {
		require(this.kind == Kind.STATUS, "Only a fault with a status has code, message and parameter");
		return new Fault(this.kind, this.status, this.times, this.retryAfter, this.delay, this.operation, details);
	}

	static Fault of(Kind kind) {
		return new Fault(kind, 0, 1, null, Duration.ZERO, null, NO_ERROR);
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
		boolean limited = this.status == 429;
		String code = (limited) ? "too_many_requests" : "emulated_fault";
		String message = (limited) ? "Too many requests" : "emulated fault";
		String longMessage = (limited) ? "Too many requests were made. Retry after the time that Retry-After names."
				: "The emulator was told to fail.";
		return new ApiException(this.status, (this.error.code != null) ? this.error.code : code,
				(this.error.message != null) ? this.error.message : message,
				(this.error.message != null) ? this.error.message : longMessage,
				(this.error.parameter != null) ? Map.of("param_name", this.error.parameter) : Map.of());
	}

	Details details() {
		return this.error;
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

	/**
	 * What the error says in place of the default.
	 *
	 * @param code the code, or null
	 * @param message the message, or null
	 * @param parameter the name of the parameter, or null
	 */
	record Details(@Nullable String code, @Nullable String message, @Nullable String parameter) {

	}

	enum Kind {

		STATUS, SLOW, BROKEN_CONNECTION, TRUNCATED_BODY, OVERSIZED_BODY

	}

}
