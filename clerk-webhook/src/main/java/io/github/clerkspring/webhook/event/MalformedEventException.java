package io.github.clerkspring.webhook.event;

/**
 * A body is not an event at all: not one JSON object in UTF-8, or without a type. The
 * message does not repeat what was sent.
 */
public final class MalformedEventException extends RuntimeException {

	MalformedEventException(String problem) {
		super("The body is not an event: " + problem);
	}

}
