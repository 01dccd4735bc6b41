package io.github.clerkspring.boot;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.util.StringUtils;

/**
 * Validation of types of tokens in properties. Clerk's own names, such as
 * {@code m2m_token}, are accepted as well.
 */
final class TokenTypeProperty {

	private static final Set<String> TYPES = Set.of("session", "m2m", "oauth", "api-key");

	private TokenTypeProperty() {
	}

	/**
	 * Validate types of tokens.
	 * @param property the name of the property
	 * @param values the values
	 * @return the types: {@code session}, {@code m2m}, {@code oauth} or {@code api-key}
	 */
	static List<String> list(String property, List<String> values) {
		List<String> types = values.stream()
			.filter(StringUtils::hasText)
			.map((value) -> read(property, value.trim()))
			.distinct()
			.toList();
		if (types.isEmpty()) {
			throw InvalidValue.of(property, String.join(",", values),
					"The value must have at least one of session, m2m, oauth, api-key.");
		}
		return types;
	}

	private static String read(String property, String value) {
		String name = value.toLowerCase(Locale.ROOT).replace('_', '-');
		String type = (name.endsWith("-token")) ? name.substring(0, name.length() - "-token".length()) : name;
		if (!TYPES.contains(type)) {
			throw InvalidValue.of(property, value, "The value must be a list of session, m2m, oauth, api-key.");
		}
		return type;
	}

}
