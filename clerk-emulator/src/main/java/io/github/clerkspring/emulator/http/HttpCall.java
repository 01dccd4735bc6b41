package io.github.clerkspring.emulator.http;

import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method the verb
 * @param target the path and the query
 * @param headers the headers
 * @param content the body
 * @param clientIp the address of the caller
 */
public record HttpCall(String method, RequestTarget target, HttpHeaders headers, byte[] content, String clientIp) {

	/**
	 * Checks a request.
	 * @throws IllegalArgumentException if the headers that name its host and origin are
	 * missing, repeated or contradict the request target
	 */
	public HttpCall {
		List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
		String authority = target.authority();
		if (hosts.size() != 1 || (authority != null && !authority.equalsIgnoreCase(hosts.get(0)))
				|| headers.getAll(HttpHeaderNames.ORIGIN).size() > 1) {
			throw new IllegalArgumentException("Host or Origin is ambiguous");
		}
	}

	public String path() {
		return this.target.path();
	}

	public List<String> segments() {
		return this.target.segments();
	}

	public Map<String, List<String>> query() {
		return this.target.query();
	}

	public String host() {
		return this.headers.get(HttpHeaderNames.HOST);
	}

	public @Nullable String origin() {
		return this.headers.get(HttpHeaderNames.ORIGIN);
	}

	public @Nullable String authorization() {
		return this.headers.get(HttpHeaderNames.AUTHORIZATION);
	}

	/**
	 * The call as the dispatcher takes it.
	 * @return the request
	 */
	public ApiDispatcher.Request toRequest() {
		String type = this.headers.get(HttpHeaderNames.CONTENT_TYPE, "");
		String userAgent = this.headers.get(HttpHeaderNames.USER_AGENT, "");
		return new ApiDispatcher.Request(operationMethod(), path(), query(), authorization(),
				this.headers.get("Clerk-API-Version"), this.content, () -> FormReader.read(type, this.content),
				this.headers.get("Idempotency-Key"), new Caller(this.clientIp, userAgent));
	}

	/**
	 * The verb of the operation, which is GET for HEAD: its response is sent without
	 * body.
	 * @return the verb
	 */
	public String operationMethod() {
		return this.method.equals("HEAD") ? "GET" : this.method;
	}

}
