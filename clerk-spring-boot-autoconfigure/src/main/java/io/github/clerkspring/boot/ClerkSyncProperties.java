package io.github.clerkspring.boot;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.github.clerkspring.boot.ClerkWebhookProperties.SchemaInitialization;
import io.github.clerkspring.webhook.sync.SyncMode;

/**
 * Properties of the synchronization of users, organizations and memberships with tables
 * of the application.
 *
 * @param tables Whether to keep the tables clerk_user, clerk_organization and
 * clerk_membership synchronized with Clerk.
 * @param mode Source of the state that is stored for an event.
 * @param initializeSchema Database schema initialization mode.
 * @param justInTime Creation of users on their first request.
 * @param backfill Back-fill of objects that existed before the first webhook.
 * @param reconciliation Comparison of the stored state with Clerk, and repair of
 * differences.
 */
@ConfigurationProperties("clerk.sync")
public record ClerkSyncProperties(boolean tables, @DefaultValue("event") SyncMode mode,
		@DefaultValue("embedded") SchemaInitialization initializeSchema, @DefaultValue JustInTime justInTime,
		@DefaultValue Backfill backfill, @DefaultValue Reconciliation reconciliation) {

	/**
	 * Creation of users on their first request.
	 *
	 * @param enabled Whether to store users on their first request if no webhook has
	 * stored them yet.
	 * @param timeout Maximum time that a request waits for its user to be stored, after
	 * which the response has status 503.
	 * @param maxSize Maximum number of stored users kept in memory.
	 */
	public record JustInTime(boolean enabled, @DefaultValue("5s") Duration timeout,
			@DefaultValue("100000") int maxSize) {

		public JustInTime {
			Limits.check("clerk.sync.just-in-time.timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(1));
			Limits.check("clerk.sync.just-in-time.max-size", maxSize, 1, 10_000_000);
		}

	}

	/**
	 * Back-fill of objects that existed before the first webhook.
	 *
	 * @param enabled Whether to store all existing users, organizations and memberships
	 * once.
	 * @param rateLimitPercent Maximum percentage of Clerk's rate limit used by the
	 * back-fill.
	 */
	public record Backfill(boolean enabled, @DefaultValue("50") int rateLimitPercent) {

		public Backfill {
			Limits.check("clerk.sync.backfill.rate-limit-percent", rateLimitPercent, 1, 100);
		}

	}

	/**
	 * Comparison of the stored state with Clerk, and repair of differences.
	 *
	 * @param enabled Whether to compare all users, organizations and memberships with
	 * Clerk at an interval, and to repair differences.
	 * @param interval Interval between the end of a run and the start of the next run.
	 * @param rateLimitPercent Maximum percentage of Clerk's rate limit used by the
	 * reconciliation.
	 */
	public record Reconciliation(boolean enabled, @DefaultValue("24h") Duration interval,
			@DefaultValue("50") int rateLimitPercent) {

		public Reconciliation {
			Limits.check("clerk.sync.reconciliation.interval", interval, Duration.ofMinutes(1), Duration.ofDays(30));
			Limits.check("clerk.sync.reconciliation.rate-limit-percent", rateLimitPercent, 1, 100);
		}

	}

}
