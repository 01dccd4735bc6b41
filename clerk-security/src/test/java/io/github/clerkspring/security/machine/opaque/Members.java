package io.github.clerkspring.security.machine.opaque;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Members of a JSON object, written without a library, so that values that are not JSON
 * can be written too.
 */
final class Members {

	private final Map<String, String> members = new LinkedHashMap<>();

	Members set(String name, @Nullable Object value) {
		return raw(name, json(value));
	}

	Members raw(String name, String json) {
		this.members.put(name, json);
		return this;
	}

	Members remove(String name) {
		this.members.remove(name);
		return this;
	}

	List<String> names() {
		return List.copyOf(this.members.keySet());
	}

	byte[] bytes() {
		return toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String json(@Nullable Object value) {
		if (value instanceof List<?> items) {
			return items.stream().map(Members::json).collect(Collectors.joining(",", "[", "]"));
		}
		return (value instanceof String text) ? "\"" + text + "\"" : String.valueOf(value);
	}

	@Override
	public String toString() {
		return this.members.entrySet()
			.stream()
			.map((member) -> "\"" + member.getKey() + "\":" + member.getValue())
			.collect(Collectors.joining(",", "{", "}"));
	}

}
