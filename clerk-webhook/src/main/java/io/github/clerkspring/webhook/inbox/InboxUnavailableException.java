package io.github.clerkspring.webhook.inbox;

import org.jspecify.annotations.Nullable;

/**
 * The store of an {@link Inbox} cannot be used at the moment, so that the delivery has to
 * be repeated.
 */
public class InboxUnavailableException extends RuntimeException {

	/**
	 * Create the exception.
	 * @param message what failed
	 * @param cause the cause
	 */
	public InboxUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
