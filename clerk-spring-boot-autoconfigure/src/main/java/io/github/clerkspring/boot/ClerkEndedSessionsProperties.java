package io.github.clerkspring.boot;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;

/**
 * Properties of sessions that have ended.
 *
 * @param enabled Whether tokens are refused whose session has ended, or whose user was
 * deleted or banned, as webhooks report it.
 * @param retention How long they are refused. At least the lifetime of session tokens
 * that is set at Clerk.
 * @param pollInterval How often the database is read for what other processes received.
 * @param maxSize Maximum number of sessions and users that are remembered.
 * @param initializeSchema When the table is created.
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
