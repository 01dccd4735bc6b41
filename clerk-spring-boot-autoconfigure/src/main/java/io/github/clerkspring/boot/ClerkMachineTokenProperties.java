package io.github.clerkspring.boot;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of machine-to-machine tokens for calls of other services.
 *
 * @param timeToLive Lifetime of created tokens.
 * @param format Format of created tokens.
 * @param timeout Maximum time that a request waits for the creation of a token.
 * @param groups Comma-separated list of HTTP service groups whose requests are sent with
 * a token.
 */
@ConfigurationProperties("clerk.machine.tokens")
public record ClerkMachineTokenProperties(@DefaultValue("1h") Duration timeToLive,
		@DefaultValue("opaque") Format format, @DefaultValue("10s") Duration timeout,
		@DefaultValue List<String> groups) {

	public ClerkMachineTokenProperties {
		Limits.check("clerk.machine.tokens.time-to-live", timeToLive, Duration.ofMinutes(1), Duration.ofDays(365));
		Limits.check("clerk.machine.tokens.timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(1));
		groups = TextProperty.list("clerk.machine.tokens.groups", groups, TextProperty::any);
	}

	/**
	 * Format of tokens.
	 */
	public enum Format {

		/**
		 * Verified by Clerk, can be revoked.
		 */
		OPAQUE,

		/**
		 * Verified locally, cannot be revoked.
		 */
		JWT

	}

}
