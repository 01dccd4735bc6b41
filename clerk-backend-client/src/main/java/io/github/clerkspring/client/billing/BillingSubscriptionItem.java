package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Subscription of a payer to one plan.
 *
 * @param paymentMethod the payment method, or {@code null} if {@code paymentSource} is
 * present
 * @param periodEnd the end of the current period, or {@code null} if none
 * @param prorationDate the date from which the item is prorated
 * @param seats the seats of an organization, or {@code null} if the plan has no seats
 */
public record BillingSubscriptionItem(String id, String instanceId, BillingSubscriptionItemStatus status,
		@Nullable Credit credit, @Nullable BillingCredits credits, @Nullable String planId, @Nullable String priceId,
		@Nullable BillingPlan plan, BillingPlanPeriod planPeriod, @Nullable BillingPaymentMethod paymentMethod,
		@Nullable String paymentSourceId, @Nullable BillingPaymentSource paymentSource, @Nullable Money lifetimePaid,
		@Nullable Money amount, @Nullable BillingNextPayment nextInvoice, @Nullable BillingNextPayment nextPayment,
		String payerId, @Nullable BillingPayer payer, boolean isFreeTrial, @Nullable Instant periodStart,
		@Nullable Instant periodEnd, @Nullable String prorationDate, @Nullable Instant canceledAt,
		@Nullable Instant pastDueAt, @Nullable Instant endedAt, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Seats seats, @Nullable BillingTotals totals) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Credit for the remainder of a period that ended early. */
	public record Credit(@Nullable Money amount, @Nullable Double cycleRemainingPercent) {

	}

	/** Seats and their cost; the quantity is {@code null} for unlimited seats. */
	public record Seats(@Nullable Long quantity, List<BillingUnitTotal.Tier> tiers) {

	}

}
