package io.github.clerkspring.test.webhook;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.github.clerkspring.webhook.WebhookObserver;
import io.github.clerkspring.webhook.WebhookReport;

/**
 * Observer of deliveries that notifies waiting tests.
 */
public final class DeliverySignal implements WebhookObserver {

	@Override
	public synchronized void onDelivery(WebhookReport report) {
		notifyAll();
	}

	synchronized boolean await(BooleanSupplier condition, Duration timeout) {
		long end = System.nanoTime() + timeout.toNanos();
		while (!condition.getAsBoolean()) {
			long remaining = (end - System.nanoTime()) / 1_000_000;
			if (remaining <= 0) {
				return false;
			}
			try {
				wait(remaining);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

}
