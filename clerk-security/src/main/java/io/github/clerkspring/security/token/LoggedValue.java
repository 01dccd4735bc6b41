package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Describes values for the log: short, on one line and in ASCII.
 */
final class LoggedValue {

	private static final int MAX_LENGTH = 100;

	private static final int MAX_VALUES = 5;

	private LoggedValue() {
	}

	/**
	 * Describe a claim or header parameter.
	 * @param members the claims or header parameters
	 * @param name the name
	 * @return a description such as {@code azp is missing}
	 */
	static String describe(Map<String, Object> members, String name) {
		if (!members.containsKey(name)) {
			return name + " is missing";
		}
		Object value = members.get(name);
		return name + " is " + ((value instanceof String text) ? quote(text) : describeType(value));
	}

	/**
	 * Describe accepted values.
	 * @param values the values
	 * @return a description with at most five of them
	 */
	static String accepted(Collection<String> values) {
		String some = values.stream()
			.sorted()
			.limit(MAX_VALUES)
			.map(LoggedValue::quote)
			.collect(Collectors.joining(", "));
		int more = values.size() - MAX_VALUES;
		return "accepted: " + some + ((more > 0) ? " and " + more + " more" : "");
	}

	private static String describeType(@Nullable Object value) {
		if (value instanceof Map) {
			return "an object";
		}
		if (value instanceof Collection) {
			return "an array";
		}
		if (value instanceof Number) {
			return "a number";
		}
		return String.valueOf(value);
	}

	private static String quote(String text) {
		StringBuilder quoted = new StringBuilder("'");
		text.chars().limit(MAX_LENGTH).forEach((character) -> append(quoted, (char) character));
		return quoted.append((text.length() > MAX_LENGTH) ? "...'" : "'").toString();
	}

	private static void append(StringBuilder quoted, char character) {
		if (character >= ' ' && character <= '~') {
			quoted.append(character);
		}
		else {
			quoted.append("\\u%04x".formatted((int) character));
		}
	}

}
