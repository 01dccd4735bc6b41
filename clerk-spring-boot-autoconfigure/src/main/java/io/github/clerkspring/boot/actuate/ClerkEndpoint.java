package io.github.clerkspring.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that exposes the state of the keys, the cache of verified
 * tokens, the API and its rate limit, without keys and tokens.
 */
@Endpoint(id = "clerk", defaultAccess = Access.READ_ONLY)
public class ClerkEndpoint {

	private final List<Part> parts;

	ClerkEndpoint(List<Part> parts) {
		this.parts = parts;
	}

	/**
	 * Return the current state, without calling Clerk.
	 * @return the details by name of the part
	 */
	@ReadOperation
	public Map<String, Object> clerk() {
		Map<String, Object> state = new LinkedHashMap<>();
		this.parts.forEach((part) -> state.put(part.name(), part.details().get()));
		return state;
	}

	/**
	 * Part of the response of the endpoint.
	 *
	 * @param name the name of the part
	 * @param details the supplier of the state
	 */
	record Part(String name, Supplier<Map<String, Object>> details) {

	}

}
