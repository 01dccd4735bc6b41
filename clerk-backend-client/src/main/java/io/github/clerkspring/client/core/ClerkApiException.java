package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * Clerk's answer to a call that it refused or could not serve, or an answer that could
 * not be read. The nested kinds are those that callers act upon; every other status is a
 * plain {@code ClerkApiException}.
 */
public class ClerkApiException extends RuntimeException {

	private final String operation;

	private final int status;

	private final transient List<ClerkApiError> errors;

	private final @Nullable String traceId;

	private final @Nullable Duration retryAfter;

	ClerkApiException(Failure failure) {
		super(failure.message(), failure.cause());
		this.operation = failure.operation();
		this.status = failure.status();
		this.errors = List.copyOf(failure.errors());
		this.traceId = failure.traceId();
		this.retryAfter = failure.retryAfter();
	}

	/** Create the kind of exception that fits the status. */
	public static ClerkApiException of(Failure failure) {
		return switch (failure.status()) {
			case 400 -> new BadRequest(failure);
			case 401 -> new Unauthorized(failure);
			case 402 -> new PaymentRequired(failure);
			case 403 -> new Forbidden(failure);
			case 404 -> new NotFound(failure);
			case 409 -> new Conflict(failure);
			case 422 -> new Unprocessable(failure);
			case 429 -> new RateLimited(failure);
			default -> (failure.status() >= 500) ? new ServerError(failure) : new ClerkApiException(failure);
		};
	}

	/** Return the name of the operation, such as {@code users.update}. */
	public String operation() {
		return this.operation;
	}

	/** Return the HTTP status of the answer. */
	public int status() {
		return this.status;
	}

	/** Return the reasons that Clerk gave, empty if the answer had none. */
	public List<ClerkApiError> errors() {
		return (this.errors != null) ? this.errors : List.of();
	}

	/** Return the id by which Clerk's support finds the call, or {@code null}. */
	public @Nullable String traceId() {
		return this.traceId;
	}

	/**
	 * Return how long Clerk asks to wait, or {@code null} if the response does not say.
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Tell whether a reason has this code, such as {@code form_identifier_exists}. */
	public boolean hasCode(String code) {
		return errors().stream().anyMatch((error) -> code.equals(error.code()));
	}

	/**
	 * What is known of a call that failed.
	 *
	 * @param operation the operation, such as {@code users.update}
	 * @param status the HTTP status
	 * @param errors the reasons that Clerk gave
	 * @param traceId the trace id
	 * @param retryAfter how long Clerk asks to wait
	 * @param detail what came instead of reasons
	 * @param cause what made the answer unreadable
	 */
	public record Failure(String operation, int status, List<ClerkApiError> errors, @Nullable String traceId,
			@Nullable Duration retryAfter, @Nullable String detail, @Nullable Throwable cause) {

		String message() {
			StringBuilder message = new StringBuilder(this.operation).append(": ").append(this.status);
			ClerkApiError first = CollectionUtils.firstElement(this.errors);
			if (first != null) {
				message.append(' ').append(first.code()).append(": ");
				message.append(StringUtils.hasText(first.longMessage()) ? first.longMessage() : first.message());
				if (this.errors.size() > 1) {
					message.append(" (and ").append(this.errors.size() - 1).append(" more)");
				}
			}
			if (this.detail != null) {
				message.append(' ').append(this.detail);
			}
			if (this.traceId != null) {
				message.append(" [trace id ").append(this.traceId).append(']');
			}
			return message.toString();
		}

	}

	/** Clerk could not understand the request (400). */
	public static final class BadRequest extends ClerkApiException {

		BadRequest(Failure failure) {
			super(failure);
		}

	}

	/** The secret key is wrong, or what it was to verify is (401). */
	public static final class Unauthorized extends ClerkApiException {

		Unauthorized(Failure failure) {
			super(failure);
		}

	}

	/** The plan of the Clerk application does not include the feature (402). */
	public static final class PaymentRequired extends ClerkApiException {

		PaymentRequired(Failure failure) {
			super(failure);
		}

	}

	/** Clerk understood the request and does not allow it (403). */
	public static final class Forbidden extends ClerkApiException {

		Forbidden(Failure failure) {
			super(failure);
		}

	}

	/** There is no such object (404). */
	public static final class NotFound extends ClerkApiException {

		NotFound(Failure failure) {
			super(failure);
		}

	}

	/** The state of the object does not allow the change (409). */
	public static final class Conflict extends ClerkApiException {

		Conflict(Failure failure) {
			super(failure);
		}

	}

	/** A parameter of the request is not acceptable (422). */
	public static final class Unprocessable extends ClerkApiException {

		Unprocessable(Failure failure) {
			super(failure);
		}

		/** Return the name on the wire of the parameter to blame, or {@code null}. */
		public @Nullable String paramName() {
			ClerkApiError first = CollectionUtils.firstElement(errors());
			return (first != null) ? first.paramName() : null;
		}

	}

	/** The instance has made too many calls (429). */
	public static final class RateLimited extends ClerkApiException {

		RateLimited(Failure failure) {
			super(failure);
		}

	}

	/** Clerk could not serve the call (5xx). */
	public static final class ServerError extends ClerkApiException {

		ServerError(Failure failure) {
			super(failure);
		}

	}

}
