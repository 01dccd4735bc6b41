package io.github.clerkspring.webhook.event;

/**
 * Event of an email that Clerk sends or delegates to the application.
 */
public sealed interface EmailEvent extends ClerkEvent {

	/**
	 * The email was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, EmailMessage data) implements EmailEvent {

	}

}
