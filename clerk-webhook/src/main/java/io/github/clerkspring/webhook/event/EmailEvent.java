package io.github.clerkspring.webhook.event;

/**
 * An email that Clerk sends, or asks the application to send.
 */
public sealed interface EmailEvent extends ClerkEvent {

	/**
	 * The email was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, EmailMessage data) implements EmailEvent {

	}

}
