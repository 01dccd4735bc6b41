package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Values of form fields that exist in the instance, the newest of each kind.
 */
final class Suggestions {

	private static final int NUMBER = 50;

	private final Operations api;

	Suggestions(Operations api) {
		this.api = api;
	}

	/**
	 * Finds values.
	 * @param field the name of the field
	 * @return the values with their meaning, none for a field without suggestions
	 */
	Map<String, String> of(String field) {
		return switch (field) {
			case "user_id", "subject" -> newest("users", "id", "first_name", "last_name", "username");
			case "organization_id" -> newest("organizations", "id", "name", "slug");
			case "role" -> newest("organization_roles", "key", "name");
			case "machine_id" -> newest("machines", "id", "name");
			case "client_id" -> newest("oauth_applications", "client_id", "name");
			case "template" -> newest("jwt_templates", "name");
			default -> Map.of();
		};
	}

	private Map<String, String> newest(String resources, String value, String... names) {
		JsonNode answer = this.api.get(Map.of("limit", NUMBER), resources);
		Map<String, String> suggestions = new LinkedHashMap<>();
		((answer.isArray()) ? answer : answer.path("data"))
			.forEach((resource) -> suggestions.put(resource.path(value).asString(""),
					Stream.of(names)
						.map((name) -> resource.path(name).asString(""))
						.filter((name) -> !name.isEmpty())
						.collect(Collectors.joining(" "))));
		return suggestions;
	}

}
