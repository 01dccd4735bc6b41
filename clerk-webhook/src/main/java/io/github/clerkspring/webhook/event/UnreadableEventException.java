package io.github.clerkspring.webhook.event;

/**
 * The data of an event of a known type does not have the form that this version expects.
 * The message names the field, never its value.
 */
public final class UnreadableEventException extends RuntimeException {

	private final EventEnvelope envelope;

	UnreadableEventException(EventEnvelope envelope, String problem) {
		super("Event " + envelope + " cannot be read: " + problem);
		this.envelope = envelope;
	}

	/**
	 * Return the part that could be read.
	 * @return the envelope
	 */
	public EventEnvelope envelope() {
		return this.envelope;
	}

}
