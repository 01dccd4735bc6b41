package io.github.clerkspring.boot;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;
import io.github.clerkspring.webhook.sync.SyncMode;

/**
 * Properties of users, organizations and memberships in the application's own tables.
 *
 * @param tables Whether the tables clerk_user, clerk_organization and clerk_membership
 * are kept in step with Clerk.
 * @param mode What is stored when an event arrives.
 * @param initializeSchema When the tables are created.
 * @param justInTime Storing users at their first request.
 * @param backfill Storing what existed before the first webhook.
 */
@ConfigurationProperties("clerk.sync")
public record ClerkSyncProperties(boolean tables, @DefaultValue("event") SyncMode mode,
		@DefaultValue("embedded") SchemaInitialization initializeSchema, @DefaultValue JustInTime justInTime,
		@DefaultValue Backfill backfill) {

	/**
	 * Storing users at their first request.
	 *
	 * @param enabled Whether users whom no webhook has stored yet are stored at their
	 * first request.
	 * @param timeout How long a request waits until its response is 503.
	 * @param maxSize Maximum number of known users that are remembered.
	 */
	public record JustInTime(boolean enabled, @DefaultValue("5s") Duration timeout,
			@DefaultValue("100000") int maxSize) {

		public JustInTime {
			Limits.check("clerk.sync.just-in-time.timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(1));
			Limits.check("clerk.sync.just-in-time.max-size", maxSize, 1, 10_000_000);
		}

	}

	/**
	 * Storing what existed before the first webhook.
	 *
	 * @param enabled Whether all users, organizations and memberships are stored, once.
	 * @param rateLimitPercent Percentage of Clerk's rate limit that this uses.
	 */
	public record Backfill(boolean enabled, @DefaultValue("50") int rateLimitPercent) {

		public Backfill {
			Limits.check("clerk.sync.backfill.rate-limit-percent", rateLimitPercent, 1, 100);
		}

	}

}
