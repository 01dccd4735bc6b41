package io.github.clerkspring.boot;

/**
 * Exception for an invalid Clerk configuration, which prevents the application from
 * starting.
 */
public final class ClerkConfigurationException extends RuntimeException {

	private final String action;

	/**
	 * Create the exception.
	 * @param message the description of the problem, without secrets
	 * @param action the action that resolves the problem
	 */
	public ClerkConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Return the action that resolves the problem.
	 * @return the action
	 */
	public String action() {
		return this.action;
	}

}
