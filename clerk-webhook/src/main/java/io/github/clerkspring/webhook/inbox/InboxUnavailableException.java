package io.github.clerkspring.webhook.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Exception for an {@link Inbox} whose store is not available, so that the delivery has
 * to be retried.
 */
public class InboxUnavailableException extends RuntimeException {

	/**
	 * Create the exception.
	 * @param message the description of the failure
	 * @param cause the cause
	 */
	public InboxUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
