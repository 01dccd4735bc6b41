package io.github.clerkspring.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that shows the state of Clerk's keys, of the memory of
 * verified tokens, of the API and of its rate limit. It names no key and no token.
 */
@Endpoint(id = "clerk", defaultAccess = Access.READ_ONLY)
public class ClerkEndpoint {

	private final List<Part> parts;

	ClerkEndpoint(List<Part> parts) {
		this.parts = parts;
	}

	/**
	 * Return what is known at this moment. Nobody is asked for it.
	 * @return details by the name of the part
	 */
	@ReadOperation
	public Map<String, Object> clerk() {
		Map<String, Object> state = new LinkedHashMap<>();
		this.parts.forEach((part) -> state.put(part.name(), part.details().get()));
		return state;
	}

	/**
	 * Part of what the endpoint shows.
	 *
	 * @param name its name
	 * @param details what knows its state
	 */
	record Part(String name, Supplier<Map<String, Object>> details) {

	}

}
