package io.github.clerkspring.boot;

import org.jspecify.annotations.Nullable;

/**
 * A setting of Clerk is missing or wrong, so that the application cannot start.
 */
public final class ClerkConfigurationException extends RuntimeException {

	private final ClerkSetting setting;

	/**
	 * Create the exception.
	 * @param setting the setting that is to be mended
	 * @param message what is wrong with it; never its value
	 */
	public ClerkConfigurationException(ClerkSetting setting, @Nullable String message) {
		super(message);
		this.setting = setting;
	}

	/**
	 * Return the setting that is to be mended.
	 * @return the setting
	 */
	public ClerkSetting setting() {
		return this.setting;
	}

}
