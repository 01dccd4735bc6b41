package io.github.clerkspring.emulator.console;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Performs operations without HTTP.
 */
@FunctionalInterface
public interface Operations {

	/**
	 * Performs an operation.
	 * @param method the verb
	 * @param path the segments of its path
	 * @param query the parameters behind the question mark
	 * @param body the body, or null
	 * @return the response, missing if it has no body
	 * @throws io.github.clerkspring.emulator.store.ApiException if the response is an
	 * error
	 */
	JsonNode call(String method, List<String> path, Map<String, List<String>> query, @Nullable Object body);

	/**
	 * Reads.
	 * @param query the parameters behind the question mark, of which empty ones are left
	 * out
	 * @param path the segments of the path
	 * @return the response
	 */
	default JsonNode get(Map<String, ?> query, String... path) {
		return call("GET", List.of(path), Query.of(query), null);
	}

	/**
	 * Changes something.
	 * @param body the body
	 * @param path the segments of the path
	 * @return the response, missing if it has no body
	 */
	default JsonNode post(Map<String, ?> body, String... path) {
		return call("POST", List.of(path), Map.of(), body);
	}

}
