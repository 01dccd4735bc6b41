package io.github.clerkspring.boot;

/**
 * Clerk is configured in a way that the application cannot start with.
 */
public final class ClerkConfigurationException extends RuntimeException {

	private final String action;

	/**
	 * Create the exception.
	 * @param message what is wrong; never a secret
	 * @param action how to mend it
	 */
	public ClerkConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Return how to mend it.
	 * @return what to do
	 */
	public String action() {
		return this.action;
	}

}
