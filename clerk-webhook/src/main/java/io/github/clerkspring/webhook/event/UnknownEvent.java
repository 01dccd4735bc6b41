package io.github.clerkspring.webhook.event;

import java.util.Map;

/**
 * An event of a type that this version does not know.
 *
 * @param envelope what is common to all events
 * @param data the data, by the names that Clerk uses
 */
public record UnknownEvent(EventEnvelope envelope, Map<String, Object> data) implements ClerkEvent {

	@Override
	public String toString() {
		return "UnknownEvent[" + this.envelope + "]";
	}

}
