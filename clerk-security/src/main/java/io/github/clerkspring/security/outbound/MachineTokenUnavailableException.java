package io.github.clerkspring.security.outbound;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a request cannot be sent because no machine-to-machine token can be
 * created.
 */
public class MachineTokenUnavailableException extends RuntimeException {

	private final Duration retryAfter;

	MachineTokenUnavailableException(String reason, Duration retryAfter, @Nullable Throwable cause) {
		super("No machine-to-machine token is available: " + reason, cause);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return the time until the next attempt to create a token is possible.
	 * @return the time, zero if it is possible now
	 */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
