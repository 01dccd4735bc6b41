package io.github.clerkspring.webhook.event;

/**
 * Event of a text message that Clerk sends or delegates to the application.
 */
public sealed interface SmsEvent extends ClerkEvent {

	/**
	 * The text message was created.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, SmsMessage data) implements SmsEvent {

	}

}
