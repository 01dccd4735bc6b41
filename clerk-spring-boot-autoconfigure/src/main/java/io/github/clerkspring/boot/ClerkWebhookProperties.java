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
 * @param signingSecrets Comma-separated list of signing secrets, any of which is
 * accepted. Several while one replaces another.
 * @param signingSecret Signing secret, in addition to the list.
 * @param path Path that webhooks are received on, below the context path.
 * @param maxBodySize Largest body that is read.
 * @param timeLimit How long listeners may take until the response is 503. Clerk waits for
 * 15 seconds.
 * @param maxConcurrency Maximum number of webhooks that are handled at the same time on
 * the servlet stack. Further ones wait.
 * @param instanceId Instance of Clerk that all events must belong to. By default any
 * whose signing secret is known.
 * @param mode Whether listeners are called before the response, or later by a worker.
 * @param inbox Where deliveries are remembered, so that each is handled once.
 * @param retention How long deliveries are remembered. More than the five days within
 * which Clerk may repeat them.
 * @param memory Inbox in memory.
 * @param jdbc Inbox in a table.
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
	 * When listeners are called.
	 */
	public enum Mode {

		/**
		 * Before the response, so that Clerk repeats what failed.
		 */
		DIRECT,

		/**
		 * After the response, by a worker that repeats what failed.
		 */
		ACCEPT_THEN_PROCESS

	}

	/**
	 * Where deliveries are remembered.
	 */
	public enum InboxType {

		/**
		 * In the memory of the process.
		 */
		MEMORY,

		/**
		 * In a table.
		 */
		JDBC

	}

	/**
	 * When a table is created.
	 */
	public enum SchemaInitialization {

		/**
		 * At start.
		 */
		ALWAYS,

		/**
		 * At start, in an embedded database.
		 */
		EMBEDDED,

		/**
		 * By other means.
		 */
		NEVER

	}

	/**
	 * Inbox in memory.
	 *
	 * @param maxSize Maximum number of deliveries that are remembered.
	 */
	public record Memory(@DefaultValue("10000") int maxSize) {

		public Memory {
			Limits.check("clerk.webhook.memory.max-size", maxSize, 1, 10_000_000);
		}

	}

	/**
	 * Inbox in a table.
	 *
	 * @param tableName Name of the table.
	 * @param initializeSchema When the table is created.
	 * @param schema Location of the script that creates the table. The placeholder
	 * "@@platform@@" stands for the name of the database.
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
	 * @param concurrency Maximum number of webhooks that are handled at the same time.
	 * @param pollInterval How often the worker looks for webhooks that another process
	 * accepted, or that are due again.
	 * @param maxAttempts How often a webhook is tried until it becomes a dead letter.
	 * @param initialBackoff Wait after the first attempt, doubled after each further one.
	 * @param maxBackoff Longest wait between attempts.
	 */
	public record Worker(@DefaultValue("4") int concurrency, @DefaultValue("1s") Duration pollInterval,
			@DefaultValue("12") int maxAttempts, @DefaultValue("5s") Duration initialBackoff,
			@DefaultValue("1h") Duration maxBackoff) {

		public Worker {
			Limits.check("clerk.webhook.worker.concurrency", concurrency, 1, 1_000);
			Limits.check("clerk.webhook.worker.poll-interval", pollInterval, MILLISECOND, HOUR);
			Limits.check("clerk.webhook.worker.max-attempts", maxAttempts, 1, 1_000);
			Limits.check("clerk.webhook.worker.initial-backoff", initialBackoff, MILLISECOND, Duration.ofDays(1));
			Limits.check("clerk.webhook.worker.max-backoff", maxBackoff, initialBackoff, Duration.ofDays(7));
		}

	}

}
