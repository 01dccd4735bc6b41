package io.github.clerkspring.emulator;

import java.time.Duration;

import io.github.clerkspring.emulator.http.Failure;

/**
 * Fault of requests. Immutable; each method returns a changed copy.
 *
 * <pre class="code">
 * emulator.failNext(Fault.status(429).retryAfter(Duration.ofSeconds(2)).times(3).on("GET /users"));
 * </pre>
 */
public final class Fault {

	private final Failure failure;

	private Fault(Failure failure) {
		this.failure = failure;
	}

	/**
	 * An error response in Clerk's form; the operation is not performed.
	 * @param status the status, 300 to 599
	 * @return the fault
	 * @throws IllegalArgumentException if the status is out of range
	 */
	public static Fault status(int status) {
		return new Fault(Failure.status(status));
	}

	/**
	 * The regular response, delayed.
	 * @param delay the delay
	 * @return the fault
	 */
	public static Fault slow(Duration delay) {
		return new Fault(Failure.of(Failure.Kind.SLOW).withDelay(delay));
	}

	/**
	 * No response: the connection is closed.
	 * @return the fault
	 */
	public static Fault brokenConnection() {
		return new Fault(Failure.of(Failure.Kind.BROKEN_CONNECTION));
	}

	/**
	 * The first half of the regular response, after which the connection is closed.
	 * @return the fault
	 */
	public static Fault truncatedBody() {
		return new Fault(Failure.of(Failure.Kind.TRUNCATED_BODY));
	}

	/**
	 * The regular response, followed by 16 MB of white space.
	 * @return the fault
	 */
	public static Fault oversizedBody() {
		return new Fault(Failure.of(Failure.Kind.OVERSIZED_BODY));
	}

	/**
	 * Sends {@code Retry-After}.
	 * @param duration the value, in whole seconds
	 * @return the changed copy
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public Fault retryAfter(Duration duration) {
		return new Fault(this.failure.withRetryAfter(duration));
	}

	/**
	 * Delays the response.
	 * @param duration the delay
	 * @return the changed copy
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public Fault delay(Duration duration) {
		return new Fault(this.failure.withDelay(duration));
	}

	/**
	 * Sets the number of failing requests.
	 * @param count the number of times, at least 1
	 * @return the changed copy
	 * @throws IllegalArgumentException if the count is less than 1
	 */
	public Fault times(int count) {
		return new Fault(this.failure.withTimes(count));
	}

	/**
	 * Restricts the fault to one operation.
	 * @param operation method and path template below {@code /v1}, such as {@code GET
	 * /users/{user_id}}
	 * @return the changed copy
	 */
	public Fault on(String operation) {
		return new Fault(this.failure.withOperation(operation));
	}

	/**
	 * Sets the error code. Defaults to {@code emulated_fault}.
	 * @param code the code, such as {@code form_password_pwned}
	 * @return the changed copy
	 * @throws IllegalArgumentException if the fault has no status, or the code is blank
	 */
	public Fault code(String code) {
		Failure.Error error = this.failure.error();
		return error(new Failure.Error(error.status(), code, error.message(), error.parameter()));
	}

	/**
	 * Sets the error message.
	 * @param message the message
	 * @return the changed copy
	 * @throws IllegalArgumentException if the fault has no status
	 */
	public Fault message(String message) {
		Failure.Error error = this.failure.error();
		return error(new Failure.Error(error.status(), error.code(), message, error.parameter()));
	}

	/**
	 * Sets the name of the invalid parameter, {@code meta.param_name}.
	 * @param name the name of the parameter, such as {@code password}
	 * @return the changed copy
	 * @throws IllegalArgumentException if the fault has no status
	 */
	public Fault parameter(String name) {
		Failure.Error error = this.failure.error();
		return error(new Failure.Error(error.status(), error.code(), error.message(), name));
	}

	Failure failure() {
		return this.failure;
	}

	private Fault error(Failure.Error error) {
		return new Fault(this.failure.withError(error));
	}

	@Override
	public String toString() {
		return this.failure.toString();
	}

}
