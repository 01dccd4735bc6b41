package io.github.clerkspring.webhook;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.webhook.event.EventEnvelope;
import io.github.clerkspring.webhook.signature.WebhookHeaders;

/**
 * Webhook that is being processed by a {@link WebhookReceiver}.
 */
public final class ReceivedWebhook {

	private final long startNanos = System.nanoTime();

	private @Nullable WebhookHeaders headers;

	private volatile @Nullable EventEnvelope envelope;

	ReceivedWebhook() {
	}

	long startNanos() {
		return this.startNanos;
	}

	@Nullable WebhookHeaders headers() {
		return this.headers;
	}

	@Nullable String id() {
		WebhookHeaders current = this.headers;
		return (current != null) ? current.id() : null;
	}

	void headers(WebhookHeaders headers) {
		this.headers = headers;
	}

	@Nullable EventEnvelope envelope() {
		return this.envelope;
	}

	void envelope(EventEnvelope envelope) {
		this.envelope = envelope;
	}

	@Override
	public String toString() {
		return "ReceivedWebhook[" + this.headers + "]";
	}

}
