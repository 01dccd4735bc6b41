package io.github.clerkspring.security;

/**
 * The {@code org:} in front of roles and permissions.
 */
final class OrganizationPrefix {

	private static final String PREFIX = "org:";

	private OrganizationPrefix() {
	}

	static String single(String name) {
		int start = 0;
		while (name.startsWith(PREFIX, start)) {
			start += PREFIX.length();
		}
		return PREFIX + name.substring(start);
	}

}
