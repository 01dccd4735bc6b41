package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

import io.github.clerkspring.security.ClerkUnavailableException;

/**
 * Response to requests whose token cannot be verified because no keys are available.
 */
final class KeysUnavailableResponse {

	private KeysUnavailableResponse() {
	}

	static void write(HttpServletResponse response, ClerkUnavailableException failure) {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failure.retryAfterSeconds()));
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
	}

}
