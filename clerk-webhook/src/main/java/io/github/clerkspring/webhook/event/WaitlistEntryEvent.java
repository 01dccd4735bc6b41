package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.access.WaitlistEntry;

/**
 * Event of an entry of the waiting list.
 */
public sealed interface WaitlistEntryEvent extends ClerkEvent {

	/**
	 * The entry was added to the waiting list.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Created(EventEnvelope envelope, WaitlistEntry data) implements WaitlistEntryEvent {

	}

	/**
	 * The entry was changed.
	 *
	 * @param envelope the envelope
	 * @param data the state sent by Clerk
	 */
	record Updated(EventEnvelope envelope, WaitlistEntry data) implements WaitlistEntryEvent {

	}

}
