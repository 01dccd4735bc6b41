package io.github.clerkspring.webhook.event;

/**
 * Something that happened to an attempt to collect a payment.
 */
public sealed interface PaymentAttemptEvent extends ClerkEvent {

	/**
	 * The attempt was started.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, PaymentAttempt data) implements PaymentAttemptEvent {

	}

	/**
	 * The attempt succeeded or failed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, PaymentAttempt data) implements PaymentAttemptEvent {

	}

}
