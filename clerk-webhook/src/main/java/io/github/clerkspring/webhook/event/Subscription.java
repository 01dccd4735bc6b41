package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.billing.BillingPayer;
import io.github.clerkspring.client.billing.BillingSubscription;

/**
 * Subscription of a payer in the format of events.
 *
 * @param pastDueAt the time since which a payment is overdue
 * @param items the items for the subscribed plans
 */
public record Subscription(String id, BillingSubscription.Status status, @Nullable Instant activeAt,
		@Nullable Instant canceledAt, @Nullable Instant createdAt, @Nullable Instant endedAt,
		@Nullable Instant pastDueAt, @Nullable Instant updatedAt, @Nullable String latestPaymentId, String payerId,
		@Nullable BillingPayer payer, @Nullable String paymentSourceId, List<SubscriptionItem> items) {

	@Override
	public String toString() {
		return "Subscription[" + this.id + "]";
	}

}
