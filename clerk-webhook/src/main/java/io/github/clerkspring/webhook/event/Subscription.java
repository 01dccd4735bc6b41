package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.billing.BillingPayer;
import io.github.clerkspring.client.billing.BillingSubscription;

/**
 * The subscription of a payer, as events report it.
 *
 * @param pastDueAt since when a payment is overdue
 * @param items the plans that the payer subscribes to
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
