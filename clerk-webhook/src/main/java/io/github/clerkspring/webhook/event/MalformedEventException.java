package io.github.clerkspring.webhook.event;

/**
 * Exception for a body that is not an event, since it is not a single JSON object in
 * UTF-8 or does not have a type. The message does not contain the received data.
 */
public final class MalformedEventException extends RuntimeException {

	MalformedEventException(String problem) {
		super("The body is not an event: " + problem);
	}

}
