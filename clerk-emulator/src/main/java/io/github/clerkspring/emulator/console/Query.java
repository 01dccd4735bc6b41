package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parameters behind a question mark.
 */
final class Query {

	private Query() {
	}

	static Map<String, List<String>> of(Map<String, ?> parameters) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		parameters.forEach((name, value) -> {
			if (!value.toString().isEmpty()) {
				query.put(name, List.of(value.toString()));
			}
		});
		return query;
	}

	static String encode(Map<String, ?> parameters) {
		return of(parameters).entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + Html.encode(entry.getValue().get(0)))
			.collect(Collectors.joining("&", "?", ""));
	}

}
