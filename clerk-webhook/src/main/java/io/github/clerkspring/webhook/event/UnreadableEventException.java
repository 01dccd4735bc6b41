package io.github.clerkspring.webhook.event;

/**
 * Exception for an event of a known type whose data does not have the expected format.
 * The message contains the name of the field, but not its value.
 */
public final class UnreadableEventException extends RuntimeException {

	private final EventEnvelope envelope;

	UnreadableEventException(EventEnvelope envelope, String problem) {
		super("Event " + envelope + " cannot be read: " + problem);
		this.envelope = envelope;
	}

	/**
	 * Return the envelope of the event.
	 * @return the envelope
	 */
	public EventEnvelope envelope() {
		return this.envelope;
	}

}
