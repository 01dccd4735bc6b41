package io.github.clerkspring.webhook;

import java.time.Duration;

/**
 * The asynchronous result of a listener is not available within the time limit.
 */
class ListenerTimeoutException extends RuntimeException {

	ListenerTimeoutException(Duration limit) {
		super("The result of a listener is not available within " + limit + ". It was cancelled");
	}

}
