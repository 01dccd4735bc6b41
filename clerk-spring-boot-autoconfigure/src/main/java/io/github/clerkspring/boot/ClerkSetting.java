package io.github.clerkspring.boot;

import java.util.Arrays;
import java.util.Optional;

import org.springframework.util.ClassUtils;

/**
 * Keys that are required for the use of Clerk.
 */
public enum ClerkSetting {

	/**
	 * Secret key.
	 */
	SECRET_KEY("clerk.secret-key", "CLERK_SECRET_KEY", "API keys", "secret key", "sk_"),

	/**
	 * Publishable key.
	 */
	PUBLISHABLE_KEY("clerk.publishable-key", "CLERK_PUBLISHABLE_KEY", "API keys", "publishable key", "pk_"),

	/**
	 * Public key that verifies tokens.
	 */
	JWT_KEY("clerk.jwt-key", "CLERK_JWT_KEY", "API keys, JWT public key", "public key in PEM", "-----BEGIN"),

	/**
	 * Secret key of a machine.
	 */
	MACHINE_SECRET_KEY("clerk.machine-secret-key", "CLERK_MACHINE_SECRET_KEY", "Machines", "secret key of a machine",
			"ak_");

	private static final String EMULATOR = "io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator";

	private final String property;

	private final String environmentVariable;

	private final String dashboardPage;

	private final String kind;

	private final String prefix;

	ClerkSetting(String property, String environmentVariable, String dashboardPage, String kind, String prefix) {
		this.property = property;
		this.environmentVariable = environmentVariable;
		this.dashboardPage = dashboardPage;
		this.kind = kind;
		this.prefix = prefix;
	}

	/**
	 * Return an exception with the problem of the setting and the action that resolves
	 * it.
	 * @param problem the description of the problem, without the value
	 * @return the exception
	 */
	public ClerkConfigurationException exception(String problem) {
		return new ClerkConfigurationException("%s: %s.".formatted(this.property, problem), action());
	}

	/**
	 * Return an exception with the problem of the setting and the action that resolves
	 * it.
	 * @param problem the description of the problem, without the value
	 * @param hint a further sentence of the action
	 * @return the exception
	 */
	ClerkConfigurationException exception(String problem, String hint) {
		return new ClerkConfigurationException("%s: %s.".formatted(this.property, problem), action() + " " + hint);
	}

	/**
	 * Reject a value that is an unresolved placeholder or a key of another type.
	 * @param value the value
	 */
	void check(String value) {
		String placeholder = InvalidValue.placeholder(value);
		if (placeholder != null) {
			throw exception("The value is the unresolved placeholder ${%s}".formatted(placeholder));
		}
		kindOf(value).filter((other) -> other != this).ifPresent((other) -> {
			throw exception(
					"The value is a %s, which belongs to the property '%s'".formatted(other.kind, other.property));
		});
	}

	private static Optional<ClerkSetting> kindOf(String value) {
		return Arrays.stream(values()).filter((setting) -> value.startsWith(setting.prefix)).findFirst();
	}

	private String action() {
		String action = """
				Set the property '%s' or the environment variable %s. \
				The value is in Clerk's dashboard (https://dashboard.clerk.com) on the page "%s". \
				To start without Clerk set 'clerk.enabled' to false.""".formatted(this.property,
				this.environmentVariable, this.dashboardPage);
		return (this != MACHINE_SECRET_KEY && ClassUtils.isPresent(EMULATOR, null))
				? action + " A test needs no key if it is annotated with @AutoConfigureClerkEmulator." : action;
	}

}
