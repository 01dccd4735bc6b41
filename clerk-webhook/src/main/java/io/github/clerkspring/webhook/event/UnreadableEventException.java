package io.github.clerkspring.webhook.event;

/**
 * Exception for an event of a known type whose data does not have the expected format.
 * The message contains the name of the field, but not its value. An event for which a
 * listener throws it becomes a dead letter without further attempts.
 */
public final class UnreadableEventException extends RuntimeException {

	private final EventEnvelope envelope;

	/**
	 * Create the exception.
	 * @param envelope the envelope of the event
	 * @param problem the description of the problem, without personal data
	 */
	public UnreadableEventException(EventEnvelope envelope, String problem) {
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
