package io.github.clerkspring.security.session;

import org.jspecify.annotations.Nullable;

/**
 * Rules of JavaScript, in which Clerk's own library reads claims.
 */
final class JavaScript {

	/**
	 * White space and line terminators of ECMAScript, which differ from those of Java.
	 */
	private static final String WHITE_SPACE = "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
			+ "\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

	private JavaScript() {
	}

	/**
	 * Trim white space, as {@code String.prototype.trim} does.
	 * @param text the text
	 * @return the trimmed text
	 */
	static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isWhiteSpace(text.charAt(start))) {
			start++;
		}
		while (end > start && isWhiteSpace(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isWhiteSpace(char character) {
		return WHITE_SPACE.indexOf(character) >= 0;
	}

	/**
	 * Return whether a JSON value is truthy.
	 * @param value the value
	 * @return whether it is neither {@code null}, false, zero nor an empty string
	 */
	static boolean isTruthy(@Nullable Object value) {
		if (value instanceof Number number) {
			return number.doubleValue() != 0;
		}
		return value != null && !Boolean.FALSE.equals(value) && !"".equals(value);
	}

}
