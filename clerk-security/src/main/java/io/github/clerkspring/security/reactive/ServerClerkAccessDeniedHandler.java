package io.github.clerkspring.security.reactive;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.authorization.DeniedResponse;
import io.github.clerkspring.security.machine.ProtectedResource;

/**
 * Sends the response to denied requests: 403 with a challenge of RFC 6750, or, if only
 * reverification is missing, 403 with the JSON that causes Clerk's front end to start the
 * verification of a factor. The response of a rule that requires a session without tasks
 * to pending sessions is 401, as without acceptance of pending sessions.
 */
public final class ServerClerkAccessDeniedHandler implements ServerAccessDeniedHandler {

	private final boolean problemDetails;

	private final @Nullable ProtectedResource resource;

	/**
	 * Create a handler whose challenges name no metadata.
	 * @param problemDetails whether responses have problem details of RFC 9457 as their
	 * body; the response for reverification remains Clerk's
	 */
	public ServerClerkAccessDeniedHandler(boolean problemDetails) {
		this(problemDetails, null);
	}

	/**
	 * Create a handler.
	 * @param problemDetails whether responses have problem details of RFC 9457 as their
	 * body; the response for reverification remains Clerk's
	 * @param resource the resource whose metadata challenges name (RFC 9728), or
	 * {@code null} if OAuth access tokens are not accepted
	 */
	public ServerClerkAccessDeniedHandler(boolean problemDetails, @Nullable ProtectedResource resource) {
		this.problemDetails = problemDetails;
		this.resource = resource;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException exception) {
		return Mono.defer(() -> respond(exchange.getResponse(), response(exchange.getRequest(), exception)));
	}

	private DeniedResponse response(ServerHttpRequest request, AccessDeniedException exception) {
		return DeniedResponse.of(exception, (this.problemDetails) ? request.getPath().value() : null)
			.withResourceMetadata(ServerApplicationUrl.metadata(this.resource, request));
	}

	private static Mono<Void> respond(ServerHttpResponse response, DeniedResponse denied) {
		response.setStatusCode(denied.status());
		HttpHeaders headers = response.getHeaders();
		if (denied.challenge() != null) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, denied.challenge());
		}
		if (denied.contentType() == null) {
			return response.setComplete();
		}
		byte[] body = denied.body().getBytes(StandardCharsets.UTF_8);
		headers.setContentType(denied.contentType());
		headers.setContentLength(body.length);
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

}
