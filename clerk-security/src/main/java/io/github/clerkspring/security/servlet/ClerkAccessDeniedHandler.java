package io.github.clerkspring.security.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

import io.github.clerkspring.security.authorization.DeniedResponse;

/**
 * Sends the response to requests that are denied: 403 with a challenge of RFC 6750, or,
 * if nothing but reverification is missing, 403 with the JSON with which Clerk's front
 * end lets the user verify a factor. A rule that requires a session without tasks
 * responds to pending sessions with 401, as if they were not accepted.
 */
public final class ClerkAccessDeniedHandler implements AccessDeniedHandler {

	private final boolean problemDetails;

	/**
	 * Create a handler.
	 * @param problemDetails whether responses have problem details of RFC 9457 as their
	 * body; the response for reverification remains Clerk's
	 */
	public ClerkAccessDeniedHandler(boolean problemDetails) {
		this.problemDetails = problemDetails;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		DeniedResponse denied = DeniedResponse.of(exception, (this.problemDetails) ? request.getRequestURI() : null);
		response.setStatus(denied.status().value());
		if (denied.challenge() != null) {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, denied.challenge());
		}
		if (denied.contentType() != null) {
			byte[] body = denied.body().getBytes(StandardCharsets.UTF_8);
			response.setContentType(denied.contentType().toString());
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
		}
	}

}
