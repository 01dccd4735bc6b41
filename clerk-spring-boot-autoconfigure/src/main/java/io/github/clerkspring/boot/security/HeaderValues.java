package io.github.clerkspring.boot.security;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Values of headers that a firewall of Spring Security accepts. Its rule is a regular
 * expression, which can take longer for a token than the verification; printable
 * characters of ASCII match it, so that it is applied to other values only.
 */
final class HeaderValues implements Predicate<String> {

	private final Predicate<String> rule;

	/**
	 * Create a predicate.
	 * @param rule the rule of the firewall, which accepts printable ASCII
	 */
	HeaderValues(Predicate<String> rule) {
		this.rule = rule;
	}

	@Override
	public boolean test(@Nullable String value) {
		// On WebFlux also called for a header that is missing
		return (value != null && isPrintableAscii(value)) || this.rule.test(value);
	}

	private static boolean isPrintableAscii(String value) {
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if (character < ' ' || character > '~') {
				return false;
			}
		}
		return true;
	}

}
