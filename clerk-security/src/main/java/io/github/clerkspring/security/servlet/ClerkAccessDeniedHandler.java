package io.github.clerkspring.security.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

import io.github.clerkspring.security.authorization.DeniedResponse;
import io.github.clerkspring.security.machine.ProtectedResource;

/**
 * Sends the response to denied requests: 403 with a challenge of RFC 6750, or, if only
 * reverification is missing, 403 with the JSON that causes Clerk's front end to start the
 * verification of a factor. The response of a rule that requires a session without tasks
 * to pending sessions is 401, as without acceptance of pending sessions.
 */
public final class ClerkAccessDeniedHandler implements AccessDeniedHandler {

	private final boolean problemDetails;

	private final @Nullable ProtectedResource resource;

	/**
	 * Create a handler whose challenges name no metadata.
	 * @param problemDetails whether responses have problem details of RFC 9457 as their
	 * body; the response for reverification remains Clerk's
	 */
	public ClerkAccessDeniedHandler(boolean problemDetails) {
		this(problemDetails, null);
	}

	/**
	 * Create a handler.
	 * @param problemDetails whether responses have problem details of RFC 9457 as their
	 * body; the response for reverification remains Clerk's
	 * @param resource the resource whose metadata challenges name (RFC 9728), or
	 * {@code null} if OAuth access tokens are not accepted
	 */
	public ClerkAccessDeniedHandler(boolean problemDetails, @Nullable ProtectedResource resource) {
		this.problemDetails = problemDetails;
		this.resource = resource;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		DeniedResponse denied = DeniedResponse.of(exception, (this.problemDetails) ? request.getRequestURI() : null)
			.withResourceMetadata(ApplicationUrl.metadata(this.resource, request));
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
