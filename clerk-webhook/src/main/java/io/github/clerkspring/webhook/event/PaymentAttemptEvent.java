package io.github.clerkspring.webhook.event;

/**
 * Event of a payment attempt.
 */
public sealed interface PaymentAttemptEvent extends ClerkEvent {

	/**
	 * The attempt was started.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, PaymentAttempt data) implements PaymentAttemptEvent {

	}

	/**
	 * The attempt succeeded or failed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, PaymentAttempt data) implements PaymentAttemptEvent {

	}

}
