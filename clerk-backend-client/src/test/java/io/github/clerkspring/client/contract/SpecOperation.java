package io.github.clerkspring.client.contract;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One operation of the specification.
 *
 * @param method the HTTP method
 * @param path the path with its variables in braces
 * @param id the operation's id, which only tells people which one is meant
 * @param version the newest version that has it
 * @param deprecated whether callers should use another one
 * @param pathVariables the names of the path's variables in their order
 * @param query the query parameters by name
 * @param body the body, or {@code null} when there is none
 * @param multipart whether the body is a form with a file
 * @param answer the answer, or {@code null} when it is empty
 */
record SpecOperation(String method, String path, String id, String version, boolean deprecated,
		List<String> pathVariables, Map<String, SpecProperty> query, @Nullable SpecSchema body, boolean multipart,
		@Nullable SpecSchema answer) {

	/**
	 * Return what tells operations apart: method and path without the variables' names.
	 */
	String key() {
		return this.method + " " + this.path.replaceAll("\\{[^}]*}", "{}");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
