package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * Thrown when Clerk responds with an error, or with a response that cannot be read.
 * Subclasses exist for the statuses that callers typically handle; every other status is
 * a plain {@code ClerkApiException}.
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

	/** Create the exception for the status of the failure. */
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

	/** Return the HTTP status of the response. */
	public int status() {
		return this.status;
	}

	/** Return the errors reported by Clerk, or an empty list. */
	public List<ClerkApiError> errors() {
		return (this.errors != null) ? this.errors : List.of();
	}

	/**
	 * Return the trace id that identifies the call to Clerk's support, or {@code null}.
	 */
	public @Nullable String traceId() {
		return this.traceId;
	}

	/** Return the wait that Clerk requests before a retry, or {@code null} if none. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Return whether an error has this code, such as {@code form_identifier_exists}. */
	public boolean hasCode(String code) {
		return errors().stream().anyMatch((error) -> code.equals(error.code()));
	}

	/**
	 * Details of a failed call.
	 *
	 * @param operation the operation, such as {@code users.update}
	 * @param status the HTTP status
	 * @param errors the errors reported by Clerk
	 * @param traceId the trace id
	 * @param retryAfter the wait that Clerk requests before a retry
	 * @param detail a description of a response without errors in Clerk's format
	 * @param cause the cause of an unreadable response
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

	/** The request is malformed (400). */
	public static final class BadRequest extends ClerkApiException {

		BadRequest(Failure failure) {
			super(failure);
		}

	}

	/** The secret key, or the credential to be verified, is invalid (401). */
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

	/** The request is not permitted (403). */
	public static final class Forbidden extends ClerkApiException {

		Forbidden(Failure failure) {
			super(failure);
		}

	}

	/** The resource does not exist (404). */
	public static final class NotFound extends ClerkApiException {

		NotFound(Failure failure) {
			super(failure);
		}

	}

	/** The state of the resource does not permit the change (409). */
	public static final class Conflict extends ClerkApiException {

		Conflict(Failure failure) {
			super(failure);
		}

	}

	/** A parameter of the request is invalid (422). */
	public static final class Unprocessable extends ClerkApiException {

		Unprocessable(Failure failure) {
			super(failure);
		}

		/** Return the name of the invalid parameter in the request, or {@code null}. */
		public @Nullable String paramName() {
			ClerkApiError first = CollectionUtils.firstElement(errors());
			return (first != null) ? first.paramName() : null;
		}

	}

	/** The rate limit of the instance is exceeded (429). */
	public static final class RateLimited extends ClerkApiException {

		RateLimited(Failure failure) {
			super(failure);
		}

	}

	/** Clerk failed to process the request (5xx). */
	public static final class ServerError extends ClerkApiException {

		ServerError(Failure failure) {
			super(failure);
		}

	}

}
