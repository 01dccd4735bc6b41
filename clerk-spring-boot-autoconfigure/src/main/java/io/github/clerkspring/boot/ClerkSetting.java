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

	/**
	 * Return the exception that says what is wrong with the setting.
	 * @param problem what is wrong; never the value
	 * @return the exception
	 */
	public ClerkConfigurationException exception(String problem) {
		return new ClerkConfigurationException("%s: %s.".formatted(this.property, problem), """
				Set the property '%s' or the environment variable %s. \
				The value is in Clerk's dashboard (https://dashboard.clerk.com) on the page "%s". \
				To start without Clerk set 'clerk.enabled' to false.""".formatted(this.property,
				this.environmentVariable, this.dashboardPage));
	}

}
