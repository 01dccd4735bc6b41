package io.github.clerkspring.boot;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import io.github.clerkspring.client.core.Secret;

/**
 * Properties of webhooks.
 *
 * @param signingSecrets Comma-separated list of accepted signing secrets, of which there
 * can be several during a rotation.
 * @param signingSecret Signing secret that is accepted in addition to the list.
 * @param path Path of the webhook endpoint, relative to the context path.
 * @param maxBodySize Maximum size of a request body.
 * @param timeLimit Maximum duration of the listeners before the response has status 503,
 * where Clerk itself waits for 15 seconds.
 * @param maxConcurrency Maximum number of webhooks that are handled concurrently on the
 * servlet stack, beyond which webhooks wait.
 * @param instanceId Id of the only Clerk instance whose events are accepted, by default
 * any instance with an accepted signing secret.
 * @param mode Time at which listeners are called, before the response or later by a
 * worker.
 * @param inbox Type of the store of deliveries, which ensures that each delivery is
 * handled once.
 * @param retention Time for which deliveries are stored, which should exceed the five
 * days within which Clerk can retry them.
 * @param memory Inbox in memory.
 * @param jdbc Inbox in a database table.
 * @param worker Worker that handles accepted webhooks.
 */
@ConfigurationProperties("clerk.webhook")
public record ClerkWebhookProperties(@DefaultValue List<Secret> signingSecrets, @Nullable Secret signingSecret,
		@DefaultValue("/webhooks/clerk") String path, @DefaultValue("1MB") DataSize maxBodySize,
		@DefaultValue("10s") Duration timeLimit, @DefaultValue("50") int maxConcurrency, @Nullable String instanceId,
		@DefaultValue("direct") Mode mode, @DefaultValue("memory") InboxType inbox,
		@DefaultValue("7d") Duration retention, @DefaultValue Memory memory, @DefaultValue Jdbc jdbc,
		@DefaultValue Worker worker) {

	private static final Duration MILLISECOND = Duration.ofMillis(1);

	private static final Duration HOUR = Duration.ofHours(1);

	public ClerkWebhookProperties {
		signingSecrets = SigningSecretProperty.list("clerk.webhook.signing-secrets", signingSecrets);
		signingSecret = SigningSecretProperty.single("clerk.webhook.signing-secret", signingSecret);
		path = TextProperty.exactPath("clerk.webhook.path", path.trim());
		Limits.check("clerk.webhook.max-body-size", maxBodySize, DataSize.ofKilobytes(1), DataSize.ofMegabytes(64));
		Limits.check("clerk.webhook.time-limit", timeLimit, MILLISECOND, Duration.ofMinutes(1));
		Limits.check("clerk.webhook.max-concurrency", maxConcurrency, 1, 10_000);
		instanceId = TextProperty.instanceId("clerk.webhook.instance-id", instanceId);
		Limits.check("clerk.webhook.retention", retention, Duration.ofDays(6), Duration.ofDays(365));
	}

	/**
	 * Time at which listeners are called.
	 */
	public enum Mode {

		/**
		 * Before the response, so that Clerk retries failed deliveries.
		 */
		DIRECT,

		/**
		 * After the response, by a worker that retries failed deliveries.
		 */
		ACCEPT_THEN_PROCESS

	}

	/**
	 * Store of deliveries.
	 */
	public enum InboxType {

		/**
		 * Memory of the process.
		 */
		MEMORY,

		/**
		 * Database table.
		 */
		JDBC

	}

	/**
	 * Database schema initialization mode.
	 */
	public enum SchemaInitialization {

		/**
		 * Always create the table at startup.
		 */
		ALWAYS,

		/**
		 * Create the table at startup only in an embedded database.
		 */
		EMBEDDED,

		/**
		 * Never create the table.
		 */
		NEVER

	}

	/**
	 * Inbox in memory.
	 *
	 * @param maxSize Maximum number of stored deliveries.
	 */
	public record Memory(@DefaultValue("10000") int maxSize) {

		public Memory {
			Limits.check("clerk.webhook.memory.max-size", maxSize, 1, 10_000_000);
		}

	}

	/**
	 * Inbox in a database table.
	 *
	 * @param tableName Name of the table.
	 * @param initializeSchema Database schema initialization mode.
	 * @param schema Location of the script that creates the table, with the placeholder
	 * "@@platform@@" for the name of the database platform.
	 */
	public record Jdbc(@DefaultValue("clerk_webhook_delivery") String tableName,
			@DefaultValue("embedded") SchemaInitialization initializeSchema,
			@DefaultValue("classpath:io/github/clerkspring/webhook/inbox/schema-@@platform@@.sql") String schema) {

		public Jdbc {
			tableName = TextProperty.tableName("clerk.webhook.jdbc.table-name", tableName.trim());
			schema = TextProperty.location("clerk.webhook.jdbc.schema", schema.trim());
		}

	}

	/**
	 * Worker that handles accepted webhooks.
	 *
	 * @param concurrency Maximum number of webhooks that are handled concurrently.
	 * @param pollInterval Interval between checks for webhooks that were accepted by
	 * another process or are due for a retry.
	 * @param maxAttempts Maximum number of attempts before a webhook becomes a dead
	 * letter.
	 * @param initialBackoff Delay after the first attempt, which doubles after each
	 * further attempt.
	 * @param maxBackoff Maximum delay between attempts.
	 * @param timeLimit Maximum time to wait for the asynchronous result of a listener,
	 * after which the attempt fails.
	 */
	public record Worker(@DefaultValue("4") int concurrency, @DefaultValue("1s") Duration pollInterval,
			@DefaultValue("12") int maxAttempts, @DefaultValue("5s") Duration initialBackoff,
			@DefaultValue("1h") Duration maxBackoff, @DefaultValue("5m") Duration timeLimit) {

		public Worker {
			Limits.check("clerk.webhook.worker.concurrency", concurrency, 1, 1_000);
			Limits.check("clerk.webhook.worker.poll-interval", pollInterval, MILLISECOND, HOUR);
			Limits.check("clerk.webhook.worker.max-attempts", maxAttempts, 1, 1_000);
			Limits.check("clerk.webhook.worker.initial-backoff", initialBackoff, MILLISECOND, Duration.ofDays(1));
			Limits.check("clerk.webhook.worker.max-backoff", maxBackoff, initialBackoff, Duration.ofDays(7));
			Limits.check("clerk.webhook.worker.time-limit", timeLimit, MILLISECOND, Duration.ofDays(1));
		}

	}

}
