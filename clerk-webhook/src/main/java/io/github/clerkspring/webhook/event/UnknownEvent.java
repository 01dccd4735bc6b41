package io.github.clerkspring.webhook.event;

import java.util.Map;

/**
 * Event of a type that is not supported by this version.
 *
 * @param envelope the envelope
 * @param data the data, with the property names of Clerk
 */
public record UnknownEvent(EventEnvelope envelope, Map<String, Object> data) implements ClerkEvent {

	@Override
	public String toString() {
		return "UnknownEvent[" + this.envelope + "]";
	}

}
