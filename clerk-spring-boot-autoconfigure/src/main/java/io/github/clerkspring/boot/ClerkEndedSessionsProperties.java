package io.github.clerkspring.boot;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;

/**
 * Properties of ended sessions.
 *
 * @param enabled Whether to reject tokens of ended sessions and of deleted or banned
 * users, as reported by webhooks.
 * @param retention Time for which tokens are rejected after the end of a session, which
 * should be at least the lifetime of session tokens configured in Clerk.
 * @param pollInterval Interval between reads of the entries recorded by other processes.
 * @param maxSize Maximum number of sessions and users kept in memory.
 * @param initializeSchema Database schema initialization mode.
 */
@ConfigurationProperties("clerk.ended-sessions")
public record ClerkEndedSessionsProperties(boolean enabled, @DefaultValue("15m") Duration retention,
		@DefaultValue("500ms") Duration pollInterval, @DefaultValue("100000") int maxSize,
		@DefaultValue("embedded") SchemaInitialization initializeSchema) {

	public ClerkEndedSessionsProperties {
		Limits.check("clerk.ended-sessions.retention", retention, Duration.ofMinutes(1), Duration.ofDays(7));
		Limits.check("clerk.ended-sessions.poll-interval", pollInterval, Duration.ofMillis(50), Duration.ofMinutes(1));
		Limits.check("clerk.ended-sessions.max-size", maxSize, 1, 10_000_000);
	}

}
