package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ClerkProperties.WebhookMode;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.webhook.WebhookOptions;
import io.github.clerkspring.webhook.WebhookWorker;
import io.github.clerkspring.webhook.inbox.RetrySchedule;
import io.github.clerkspring.webhook.signature.WebhookSecret;
import io.github.clerkspring.webhook.signature.WebhookVerifier;

/**
 * Checks the properties of webhooks and translates them.
 */
final class WebhookSettings {

	private static final String PREFIX = "clerk.webhook.";

	private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	private static final Duration REPETITIONS = Duration.ofDays(5);

	private static final Duration LONGEST = Duration.ofDays(36500);

	private static final Duration CLEAN_UP_INTERVAL = Duration.ofHours(1);

	private static final Duration REPLAY_INTERVAL = Duration.ofSeconds(30);

	private static final long LARGEST_BODY = 100 * 1024 * 1024;

	private final ClerkProperties.Webhook properties;

	WebhookSettings(ClerkProperties.Webhook properties) {
		this.properties = properties;
		check("path", PATH.matcher(properties.path()).matches(), properties.path(),
				"a path that begins and does not end with a slash, without patterns, as /webhooks/clerk");
		check("max-body-size",
				properties.maxBodySize().toBytes() > 0 && properties.maxBodySize().toBytes() <= LARGEST_BODY,
				properties.maxBodySize(), "a size from 1B to 100MB");
		checkPositive("time-limit", properties.timeLimit());
		checkPositive("max-concurrency", properties.maxConcurrency());
		checkPositive("memory.max-size", properties.memory().maxSize());
		check("retention",
				properties.retention().compareTo(REPETITIONS) > 0 && properties.retention().compareTo(LONGEST) <= 0,
				properties.retention(), "longer than 5 days, within which Clerk may repeat a webhook");
		checkWorker(properties.worker());
	}

	private void checkWorker(ClerkProperties.WebhookWorker worker) {
		checkPositive("worker.concurrency", worker.concurrency());
		checkPositive("worker.poll-interval", worker.pollInterval());
		checkPositive("worker.max-attempts", worker.maxAttempts());
		checkPositive("worker.initial-backoff", worker.initialBackoff());
		check("worker.max-backoff",
				worker.maxBackoff().compareTo(worker.initialBackoff()) >= 0
						&& worker.maxBackoff().compareTo(LONGEST) <= 0,
				worker.maxBackoff(), "at least clerk.webhook.worker.initial-backoff");
	}

	private static void checkPositive(String property, int value) {
		check(property, value > 0, value, "a positive number");
	}

	private static void checkPositive(String property, Duration value) {
		check(property, value.toMillis() > 0 && value.compareTo(LONGEST) <= 0, value, "a positive duration");
	}

	private static void check(String property, boolean valid, Object value, String allowed) {
		if (!valid) {
			throw new ClerkConfigurationException("%s%s: '%s' is not allowed.".formatted(PREFIX, property, value),
					"Set the property '%s%s' to %s.".formatted(PREFIX, property, allowed));
		}
	}

	static Clock clock(ObjectProvider<Clock> clerkClock) {
		return clerkClock.getIfAvailable(Clock::systemUTC);
	}

	static WebhookVerifier verifier(List<Secret> secrets, Clock clock) {
		return new WebhookVerifier(secrets.stream().map(WebhookSettings::secret).toList(), clock);
	}

	private static WebhookSecret secret(Secret secret) {
		try {
			return WebhookSecret.valueOf(secret.value().trim());
		}
		catch (IllegalArgumentException ex) {
			throw new ClerkConfigurationException(PREFIX + "signing-secrets: " + ex.getMessage() + ".",
					"Set the property 'clerk.webhook.signing-secrets' or the environment variable "
							+ "CLERK_WEBHOOK_SIGNING_SECRET. The value is in Clerk's dashboard "
							+ "(https://dashboard.clerk.com) on the page of the webhook endpoint.");
		}
	}

	boolean acceptThenProcess() {
		return this.properties.mode() == WebhookMode.ACCEPT_THEN_PROCESS;
	}

	WebhookOptions options() {
		return new WebhookOptions((int) this.properties.maxBodySize().toBytes(), this.properties.timeLimit(),
				acceptThenProcess(),
				StringUtils.hasText(this.properties.instanceId()) ? this.properties.instanceId().trim() : null);
	}

	WebhookWorker.Options workerOptions() {
		ClerkProperties.WebhookWorker worker = this.properties.worker();
		RetrySchedule schedule = new RetrySchedule(worker.maxAttempts(), worker.initialBackoff(), worker.maxBackoff());
		// When listeners are called directly, only replayed dead letters are pending
		return acceptThenProcess()
				? new WebhookWorker.Options(worker.concurrency(), worker.pollInterval(), schedule,
						this.properties.retention(), CLEAN_UP_INTERVAL)
				: new WebhookWorker.Options(1, REPLAY_INTERVAL, schedule, this.properties.retention(),
						CLEAN_UP_INTERVAL);
	}

	/**
	 * Return the limit of transactions.
	 * @return seconds, or -1 for the default of the transaction manager
	 */
	int transactionTimeout() {
		return acceptThenProcess() ? -1 : (int) Math.max(1, this.properties.timeLimit().plusMillis(999).toSeconds());
	}

}
