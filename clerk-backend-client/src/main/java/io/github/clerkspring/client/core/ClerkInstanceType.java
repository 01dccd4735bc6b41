package io.github.clerkspring.client.core;

/** Type of a Clerk instance, derived from its keys. */
public enum ClerkInstanceType {

	/** Development instance; its keys contain {@code _test_}. */
	DEVELOPMENT("test"),

	/** Production instance; its keys contain {@code _live_}. */
	PRODUCTION("live");

	private final String prefix;

	ClerkInstanceType(String prefix) {
		this.prefix = prefix;
	}

	String prefix() {
		return this.prefix;
	}

	static ClerkInstanceType valueOfPrefix(String prefix) {
		return prefix.equals(PRODUCTION.prefix) ? PRODUCTION : DEVELOPMENT;
	}

}
