package io.github.clerkspring.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.engine.Upload;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Store;

/**
 * Finds the operation of a request and performs it.
 */
public final class ApiDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(ApiDispatcher.class);

	private static final String JSON = "application/json";

	private final Operations operations;

	private final Store store;

	private final String secretKey;

	/**
	 * Creates a dispatcher.
	 * @param operations the operations
	 * @param store the store that they read and change
	 * @param secretKey the key that most of them require
	 */
	public ApiDispatcher(Operations operations, Store store, String secretKey) {
		this.operations = operations;
		this.store = store;
		this.secretKey = secretKey;
	}

	/**
	 * Finds an operation.
	 * @param method the method
	 * @param segments the segments of the path below {@code /v1}
	 * @return the operation, or null if none has the path and method
	 */
	public Operations.@Nullable Match find(String method, List<String> segments) {
		return this.operations.find(method, segments);
	}

	/**
	 * Performs an operation for a caller with a credential.
	 * @param match the operation, or null for an unknown operation
	 * @param request the request
	 * @return the response
	 */
	public Reply dispatch(Operations.@Nullable Match match, Request request) {
		String traceId = this.store.transaction((tx) -> tx.ids().hex(32));
		try {
			String credential = credential(request.authorization(), (match != null) ? match.route().access() : null);
			if (match == null) {
				throw new ApiException(404, "resource_not_found", "URL not found", "The URL was not found");
			}
			Query query = new Query(request.query());
			ApiVersion version = ApiVersion.of(request.version(), query.text("__clerk_api_version"));
			ApiCall call = new ApiCall(version, match.variables(), query, credential, request.content(),
					request.uploads(), request.idempotencyKey(), null);
			return perform(match.route(), call, request.caller());
		}
		catch (ApiException ex) {
			return Reply.error(ex, traceId);
		}
		catch (RuntimeException ex) {
			logger.error("The emulator failed at " + request.method() + " " + request.path(), ex);
			ApiException error = new ApiException(500, "internal_clerk_error", "Oops, an unexpected error occurred",
					"The emulator failed: " + ex);
			return Reply.error(error, traceId);
		}
	}

	/**
	 * Performs an operation without a caller.
	 * @param match the operation, or null for an unknown operation
	 * @param query the query parameters
	 * @param body the body
	 * @param presetId the id of a created resource, or null for a generated one
	 * @return the response, or null if it has no body
	 * @throws ApiException if the response is an error
	 */
	public @Nullable JsonNode call(Operations.@Nullable Match match, Map<String, List<String>> query,
			@Nullable Object body, @Nullable String presetId) {
		if (match == null) {
			throw new ApiException(404, "resource_not_found", "URL not found", "The URL was not found");
		}
		byte[] content = (body != null) ? JsonMapper.shared().writeValueAsBytes(body) : new byte[0];
		ApiCall call = new ApiCall(ApiVersion.LATEST, match.variables(), new Query(query), this.secretKey, content,
				() -> new Upload(Map.of(), Map.of()), null, presetId);
		return this.store.transaction((tx) -> match.route().handler().handle(tx, call));
	}

	private Reply perform(Route route, ApiCall call, Caller caller) {
		JsonNode body = this.store.transaction(caller, (tx) -> route.handler().handle(tx, call));
		if (body == null) {
			return new Reply(route.status(), null, new byte[0]);
		}
		byte[] bytes = (route.mediaType().equals(JSON)) ? JsonMapper.shared().writeValueAsBytes(body)
				: body.asString().getBytes(StandardCharsets.UTF_8);
		return new Reply(route.status(), route.mediaType(), bytes);
	}

	private @Nullable String credential(@Nullable String authorization, @Nullable Access access) {
		String credential = (authorization != null && authorization.startsWith("Bearer "))
				? authorization.substring("Bearer ".length()).trim() : null;
		if (access == Access.PUBLIC) {
			return credential;
		}
		if (credential == null) {
			throw new ApiException(401, "authorization_header_format_invalid", "Invalid Authorization header format",
					"Invalid Authorization header format. Must be 'Bearer <YOUR_API_KEY>'");
		}
		if (access != Access.MACHINE && !credential.equals(this.secretKey)) {
			String message = "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.";
			throw new ApiException(401, "clerk_key_invalid", message, message);
		}
		return credential;
	}

	/**
	 * A request.
	 */
	public record Request(String method, String path, Map<String, List<String>> query, @Nullable String authorization,
			@Nullable String version, byte[] content, Supplier<Upload> uploads, @Nullable String idempotencyKey,
			Caller caller) {

	}

	/**
	 * A response.
	 */
	public record Reply(int status, @Nullable String mediaType, byte[] body) {

		public static Reply error(ApiException error, String traceId) {
			return new Reply(error.status(), JSON, JsonMapper.shared().writeValueAsBytes(error.toJson(traceId)));
		}

	}

}
