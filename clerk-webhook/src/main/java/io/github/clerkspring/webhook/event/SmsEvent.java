package io.github.clerkspring.webhook.event;

/**
 * A text message that Clerk sends, or asks the application to send.
 */
public sealed interface SmsEvent extends ClerkEvent {

	/**
	 * The text message was created.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, SmsMessage data) implements SmsEvent {

	}

}
