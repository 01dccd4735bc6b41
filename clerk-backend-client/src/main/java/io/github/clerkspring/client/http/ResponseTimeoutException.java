package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Thrown when an attempt has no complete response within the time limit. */
class ResponseTimeoutException extends TimeoutException {

	ResponseTimeoutException(Duration limit) {
		super("no complete response within " + describe(limit) + " (clerk.client.response-timeout)");
	}

	static String describe(Duration limit) {
		return (limit.toMillisPart() == 0) ? limit.toSeconds() + "s" : limit.toMillis() + "ms";
	}

}
