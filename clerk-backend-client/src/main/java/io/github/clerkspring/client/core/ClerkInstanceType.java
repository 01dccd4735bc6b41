package io.github.clerkspring.client.core;

/** Kind of a Clerk instance, as its keys tell it. */
public enum ClerkInstanceType {

	/** An instance for development; its keys contain {@code _test_}. */
	DEVELOPMENT("test"),

	/** An instance that serves real users; its keys contain {@code _live_}. */
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
