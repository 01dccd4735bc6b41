package io.github.clerkspring.emulator.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.webhooks.WebhookDelivery.State;

/**
 * A message on its way to one endpoint. Guarded by the lock of the engine.
 */
final class Delivery {

	static final Comparator<Delivery> BY_DUE = Comparator.comparing((delivery) -> delivery.due,
			Comparator.nullsFirst(Comparator.naturalOrder()));

	/** How long Svix waits after the first, second, … failure. */
	private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
			Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
			Duration.ofHours(10));

	private final WebhookMessage message;

	private final String endpointId;

	private final List<WebhookAttempt> attempts = new ArrayList<>();

	private State state = State.QUEUED;

	private @Nullable Instant due;

	Delivery(WebhookMessage message, String endpointId) {
		this.message = message;
		this.endpointId = endpointId;
	}

	WebhookMessage message() {
		return this.message;
	}

	void sending() {
		this.state = State.SENDING;
		this.due = null;
	}

	void queued() {
		this.state = State.QUEUED;
		this.due = null;
	}

	void dropped() {
		this.state = State.DROPPED;
		this.due = null;
	}

	/**
	 * Notes the end of an attempt.
	 * @param attempt the attempt
	 * @param now the time
	 * @return whether there will be another one
	 */
	boolean attempted(WebhookAttempt attempt, Instant now) {
		this.attempts.add(attempt);
		int failures = this.attempts.size();
		if (attempt.succeeded()) {
			this.state = State.DELIVERED;
		}
		else if (this.message.isFlawed() || failures > DELAYS.size()) {
			this.state = State.FAILED;
		}
		else {
			this.state = State.RETRYING;
			this.due = now.plus(DELAYS.get(failures - 1));
		}
		return this.state == State.RETRYING;
	}

	boolean isDue(Instant now) {
		return this.due != null && !this.due.isAfter(now);
	}

	WebhookDelivery toDelivery() {
		return new WebhookDelivery(this.message.id(), this.message.type(), this.endpointId, this.state,
				List.copyOf(this.attempts), this.due, this.message.text());
	}

}
