package io.github.clerkspring.emulator.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Response to a request.
 *
 * @param status the status
 * @param headers the headers, without those of the transport
 * @param body the body
 * @param length the declared length of the body; if it exceeds the actual length, the
 * connection is closed afterwards
 * @param delay the delay of the response
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, int length, Duration delay) {

	/** In place of a status: the connection is closed without an answer. */
	static final int NONE = 0;

	public static HttpAnswer of(int status, Map<String, String> headers, byte[] body) {
		return new HttpAnswer(status, headers, body, body.length, Duration.ZERO);
	}

	public static HttpAnswer of(ApiDispatcher.Reply reply) {
		Map<String, String> headers = new LinkedHashMap<>();
		if (reply.mediaType() != null) {
			headers.put("Content-Type", reply.mediaType());
		}
		return of(reply.status(), headers, reply.body());
	}

	HttpAnswer spoiledBy(@Nullable Failure fault) {
		if (fault == null) {
			return this;
		}
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		Duration retryAfter = fault.retryAfter();
		if (retryAfter != null) {
			headers.put("Retry-After", String.valueOf(retryAfter.toSeconds()));
		}
		byte[] body = fault.spoil(this.body);
		boolean broken = fault.kind() == Failure.Kind.BROKEN_CONNECTION;
		return new HttpAnswer((broken) ? NONE : this.status, headers, body, Math.max(this.length, body.length),
				fault.delay());
	}

}
