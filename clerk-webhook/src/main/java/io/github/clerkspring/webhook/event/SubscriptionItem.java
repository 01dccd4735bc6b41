package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.billing.BillingCredits;
import io.github.clerkspring.client.billing.BillingPayer;
import io.github.clerkspring.client.billing.BillingSubscriptionItemStatus;

/**
 * The subscription of one plan, as events report it.
 *
 * @param periodEnd the end of the current period, or {@code null} if it has none
 * @param interval the length of a period, such as {@code month} or {@code annual}
 * @param seats the seats of an organization, or {@code null} if the plan has none
 * @param credit what remains of a period that was cut short; only with payments
 * @param credits what is deducted; only with payments
 */
public record SubscriptionItem(String id, BillingSubscriptionItemStatus status, boolean isFreeTrial,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant periodStart,
		@Nullable Instant periodEnd, @Nullable String interval, @Nullable String planId, @Nullable Plan plan,
		@Nullable BillingPayer payer, @Nullable String subscriptionId, @Nullable Seats seats,
		BillingCredits.@Nullable Proration credit, @Nullable BillingCredits credits) {

	@Override
	public String toString() {
		return "SubscriptionItem[" + this.id + "]";
	}

	/**
	 * The plan.
	 *
	 * @param amount the price of a period in the smallest unit of the currency
	 */
	public record Plan(String id, String slug, String name, boolean isRecurring, long amount, String currency,
			List<UnitPrice> unitPrices) {

	}

	/** What a plan costs for each unit, such as a seat, sold in blocks of this size. */
	public record UnitPrice(String name, long blockSize, List<Tier> tiers) {

	}

	/** What a block costs; a tier without a last block has no end. */
	public record Tier(long startsAtBlock, @Nullable Long endsAfterBlock, long amountPerBlock, String currency) {

	}

	/** How many seats there are; {@code null} stands for any number. */
	public record Seats(@Nullable Long quantity) {

	}

}
