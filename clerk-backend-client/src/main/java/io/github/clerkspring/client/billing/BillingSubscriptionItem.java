package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * A plan that a payer subscribes to.
 *
 * @param paymentMethod the means of payment, or {@code null} where {@code paymentSource}
 * tells it
 * @param periodEnd the end of the current period, or {@code null} if it has none
 * @param prorationDate the day from which it is prorated
 * @param seats the seats of an organization, or {@code null} if the plan does not count
 * them
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

	/** What remains of a period that is cut short. */
	public record Credit(@Nullable Money amount, @Nullable Double cycleRemainingPercent) {

	}

	/** What seats cost; {@code null} stands for any number of them. */
	public record Seats(@Nullable Long quantity, List<BillingUnitTotal.Tier> tiers) {

	}

}
