package io.github.clerkspring.boot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Factory for exceptions about invalid property values. Secrets in the value are hidden.
 */
final class InvalidValue {

	private static final int MAX_LENGTH = 200;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]+)[^}]*}");

	private static final Pattern USER_INFO = Pattern.compile("^(\\w+:)?(//)?.*@");

	private static final Pattern SECRET = Pattern.compile("(sk_test_|sk_live_|ak_|whsec_)[^\\s,]+");

	private InvalidValue() {
	}

	/**
	 * Return the exception for a value.
	 * @param property the name of the property
	 * @param value the value
	 * @param requirement the requirement of the property, as a sentence
	 * @return the exception
	 */
	static ClerkConfigurationException of(String property, Object value, String requirement) {
		String placeholder = placeholder(value.toString());
		if (placeholder != null) {
			return new ClerkConfigurationException(
					"%s: The value is the unresolved placeholder ${%s}.".formatted(property, placeholder),
					"Set '%s', for example as an environment variable, or change '%s'. %s".formatted(placeholder,
							property, requirement));
		}
		return new ClerkConfigurationException("%s: The value '%s' is not valid.".formatted(property, shown(value)),
				"%s Correct '%s', or remove it to use its default.".formatted(requirement, property));
	}

	/**
	 * Return the name in the first unresolved placeholder of a value.
	 * @param value the value
	 * @return the name, or {@code null} if the value has no placeholder
	 */
	static @Nullable String placeholder(String value) {
		Matcher matcher = PLACEHOLDER.matcher(value);
		return (matcher.find()) ? matcher.group(1) : null;
	}

	/**
	 * Return a value in a form suitable for messages: without user info, secrets and
	 * control characters, and limited to the length of a line.
	 * @param value the value
	 * @return the text
	 */
	static String shown(Object value) {
		String text = USER_INFO.matcher(value.toString()).replaceAll("$1$2****@");
		text = SECRET.matcher(text).replaceAll("$1****").replaceAll("\\p{Cntrl}", "?");
		return (text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) + "…" : text;
	}

}
