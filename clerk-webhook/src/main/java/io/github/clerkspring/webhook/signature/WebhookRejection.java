package io.github.clerkspring.webhook.signature;

/**
 * Reason for the rejection of a webhook.
 */
public enum WebhookRejection {

	/** A header is missing, repeated, or belongs to the other family of headers. */
	INVALID_HEADERS("invalid-headers"),

	/** The id is empty, too long, or not printable ASCII. */
	INVALID_ID("invalid-id"),

	/** The timestamp is not a number of seconds. */
	INVALID_TIMESTAMP("invalid-timestamp"),

	/** The timestamp is too far in the past. */
	TOO_OLD("too-old"),

	/** The timestamp is too far in the future. */
	TOO_NEW("too-new"),

	/** No signature matches an accepted secret, the headers and the body. */
	NO_MATCHING_SIGNATURE("no-matching-signature"),

	/** The body has a valid signature, but is not an event. */
	INVALID_BODY("invalid-body"),

	/** The event belongs to another instance of Clerk. */
	OTHER_INSTANCE("other-instance");

	private final String value;

	WebhookRejection(String value) {
		this.value = value;
	}

	/**
	 * Return the name for logs and metrics.
	 * @return the name
	 */
	public String value() {
		return this.value;
	}

}
