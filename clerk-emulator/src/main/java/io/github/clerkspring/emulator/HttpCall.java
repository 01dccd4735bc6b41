package io.github.clerkspring.emulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.webhook.WebhookCause;

/**
 * What a caller sent.
 *
 * @param method the verb
 * @param path the path as it was sent
 * @param segments the decoded segments of the path, at least one
 * @param query the decoded parameters behind the question mark
 * @param headers the headers
 * @param content the body
 * @param clientIp the address of the caller
 */
record HttpCall(String method, String path, List<String> segments, Map<String, List<String>> query, HttpHeaders headers,
		byte[] content, String clientIp) {

	/**
	 * Takes a request apart.
	 * @param method the verb
	 * @param uri path and query
	 * @param headers the headers
	 * @param content the body
	 * @param clientIp the address of the caller
	 * @return the call
	 * @throws IllegalArgumentException if the path or the query cannot be decoded
	 */
	static HttpCall of(String method, String uri, HttpHeaders headers, byte[] content, String clientIp) {
		QueryStringDecoder decoder = new QueryStringDecoder(uri);
		String path = decoder.rawPath();
		return new HttpCall(method, path, segments(path), decoder.parameters(), headers, content, clientIp);
	}

	@Nullable String host() {
		return this.headers.get(HttpHeaderNames.HOST);
	}

	@Nullable String origin() {
		return this.headers.get(HttpHeaderNames.ORIGIN);
	}

	/**
	 * The call as the dispatcher takes it.
	 * @return the request
	 */
	ApiDispatcher.Request toRequest() {
		String type = this.headers.get(HttpHeaderNames.CONTENT_TYPE, "");
		String userAgent = this.headers.get(HttpHeaderNames.USER_AGENT, "");
		return new ApiDispatcher.Request(this.method, this.path, this.query,
				this.headers.get(HttpHeaderNames.AUTHORIZATION), this.headers.get("Clerk-API-Version"), this.content,
				() -> FormReader.read(type, this.content), this.headers.get("Idempotency-Key"),
				new WebhookCause(this.clientIp, userAgent));
	}

	private static List<String> segments(String path) {
		List<String> segments = Arrays.stream(path.substring(1).split("/"))
			.map((segment) -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
			.toList();
		return (segments.isEmpty()) ? List.of("") : segments;
	}

}
