package io.github.clerkspring.boot.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ClerkWebhookProperties.Mode;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.webhook.WebhookOptions;
import io.github.clerkspring.webhook.WebhookWorker;
import io.github.clerkspring.webhook.inbox.RetrySchedule;
import io.github.clerkspring.webhook.signature.WebhookSecret;
import io.github.clerkspring.webhook.signature.WebhookVerifier;

/**
 * Converts the properties of webhooks to options.
 */
final class WebhookSettings {

	private static final Duration CLEAN_UP_INTERVAL = Duration.ofHours(1);

	private static final Duration REPLAY_INTERVAL = Duration.ofSeconds(30);

	private final ClerkWebhookProperties properties;

	WebhookSettings(ClerkWebhookProperties properties) {
		this.properties = properties;
	}

	static Clock clock(ObjectProvider<Clock> clerkClock) {
		return clerkClock.getIfAvailable(Clock::systemUTC);
	}

	static WebhookVerifier verifier(List<Secret> secrets, Clock clock) {
		return new WebhookVerifier(
				secrets.stream().map((secret) -> WebhookSecret.valueOf(secret.value().trim())).toList(), clock);
	}

	boolean acceptThenProcess() {
		return this.properties.mode() == Mode.ACCEPT_THEN_PROCESS;
	}

	WebhookOptions options() {
		return new WebhookOptions((int) this.properties.maxBodySize().toBytes(), this.properties.timeLimit(),
				acceptThenProcess(), this.properties.instanceId());
	}

	WebhookWorker.Options workerOptions() {
		ClerkWebhookProperties.Worker worker = this.properties.worker();
		RetrySchedule schedule = new RetrySchedule(worker.maxAttempts(), worker.initialBackoff(), worker.maxBackoff());
		// With direct calls of listeners, only replayed dead letters are pending
		return acceptThenProcess()
				? new WebhookWorker.Options(worker.concurrency(), worker.pollInterval(), schedule,
						this.properties.retention(), CLEAN_UP_INTERVAL)
				: new WebhookWorker.Options(1, REPLAY_INTERVAL, schedule, this.properties.retention(),
						CLEAN_UP_INTERVAL);
	}

	Duration listenerTimeLimit() {
		return acceptThenProcess() ? this.properties.worker().timeLimit() : this.properties.timeLimit();
	}

	/**
	 * Return the timeout of transactions.
	 * @return the timeout in seconds, or -1 for the default of the transaction manager
	 */
	int transactionTimeout() {
		return acceptThenProcess() ? -1 : (int) Math.max(1, this.properties.timeLimit().plusMillis(999).toSeconds());
	}

}
