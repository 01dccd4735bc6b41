package io.github.clerkspring.boot;

/**
 * Indicates that the configuration of Clerk is invalid, so that the application cannot
 * start.
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
	 * Return the remedy.
	 * @return what to do
	 */
	public String action() {
		return this.action;
	}

}
