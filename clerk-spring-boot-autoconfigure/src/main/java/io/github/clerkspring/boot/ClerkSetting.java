package io.github.clerkspring.boot;

/**
 * Settings without which Clerk cannot be used, as a person finds them.
 */
public enum ClerkSetting {

	/**
	 * Secret key.
	 */
	SECRET_KEY("clerk.secret-key", "CLERK_SECRET_KEY", "API keys"),

	/**
	 * Publishable key.
	 */
	PUBLISHABLE_KEY("clerk.publishable-key", "CLERK_PUBLISHABLE_KEY", "API keys"),

	/**
	 * Public key of the tokens.
	 */
	JWT_KEY("clerk.jwt-key", "CLERK_JWT_KEY", "API keys, JWT public key"),

	/**
	 * Secret key of a machine.
	 */
	MACHINE_SECRET_KEY("clerk.machine-secret-key", "CLERK_MACHINE_SECRET_KEY", "Machines");

	private final String property;

	private final String environmentVariable;

	private final String dashboardPage;

	ClerkSetting(String property, String environmentVariable, String dashboardPage) {
		this.property = property;
		this.environmentVariable = environmentVariable;
		this.dashboardPage = dashboardPage;
	}

	String property() {
		return this.property;
	}

	String environmentVariable() {
		return this.environmentVariable;
	}

	String dashboardPage() {
		return this.dashboardPage;
	}

}
