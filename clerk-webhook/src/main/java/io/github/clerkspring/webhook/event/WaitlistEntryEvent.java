package io.github.clerkspring.webhook.event;

import io.github.clerkspring.client.access.WaitlistEntry;

/**
 * Something that happened to an entry of the waiting list.
 */
public sealed interface WaitlistEntryEvent extends ClerkEvent {

	/**
	 * A person joined the waiting list.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Created(EventEnvelope envelope, WaitlistEntry data) implements WaitlistEntryEvent {

	}

	/**
	 * The entry was changed.
	 *
	 * @param envelope what is common to all events
	 * @param data the state that Clerk sent
	 */
	record Updated(EventEnvelope envelope, WaitlistEntry data) implements WaitlistEntryEvent {

	}

}
