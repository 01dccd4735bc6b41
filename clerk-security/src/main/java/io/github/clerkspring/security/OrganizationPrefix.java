package io.github.clerkspring.security;

import org.jspecify.annotations.Nullable;

/**
 * The prefix {@code org:} of roles and permissions.
 */
final class OrganizationPrefix {

	private static final String PREFIX = "org:";

	private OrganizationPrefix() {
	}

	/**
	 * Return a name with exactly one prefix.
	 * @param name a name with any number of prefixes
	 * @return the name, or {@code null} if only white space follows the prefixes
	 */
	static @Nullable String single(@Nullable String name) {
		if (name == null) {
			return null;
		}
		int start = 0;
		while (name.startsWith(PREFIX, start)) {
			start += PREFIX.length();
		}
		String bare = name.substring(start);
		return (bare.isBlank()) ? null : PREFIX + bare;
	}

}
