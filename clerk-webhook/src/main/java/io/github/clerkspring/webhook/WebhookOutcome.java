package io.github.clerkspring.webhook;

/**
 * Outcome of a delivery, with the status of the response.
 */
public enum WebhookOutcome {

	/** All listeners have returned. */
	HANDLED("handled", 204),

	/** Stored for the worker. */
	ACCEPTED("accepted", 204),

	/** Already handled or stored. */
	DUPLICATE("duplicate", 204),

	/** The data does not have the expected format. Stored as a dead letter. */
	UNREADABLE("unreadable", 204),

	/** Not signed with an accepted secret, too old, too new, or not an event. */
	REFUSED("refused", 400),

	/** The method of the request is not POST. */
	WRONG_METHOD("wrong-method", 405),

	/** The body exceeds the limit. */
	TOO_LARGE("too-large", 413),

	/** A listener threw an exception. */
	FAILED("failed", 500),

	/** The inbox is not available, or the limit of concurrent deliveries is exceeded. */
	UNAVAILABLE("unavailable", 503),

	/** The listeners exceeded the time limit. */
	TIMEOUT("timeout", 503),

	/** The last attempt of the worker failed. */
	DEAD("dead", 204);

	private final String value;

	private final int status;

	WebhookOutcome(String value, int status) {
		this.value = value;
		this.status = status;
	}

	/**
	 * Return the name for logs and metrics.
	 * @return the name
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Return the status of the response.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

}
