package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.billing.BillingCredits;
import io.github.clerkspring.client.billing.BillingPayer;
import io.github.clerkspring.client.billing.BillingSubscriptionItemStatus;

/**
 * Subscription of a single plan in the format of events.
 *
 * @param periodEnd the end of the current period, or {@code null} if not limited
 * @param interval the length of a period, such as {@code month} or {@code annual}
 * @param seats the seats of an organization, or {@code null} if not applicable to the
 * plan
 * @param credit the credit for the remainder of a shortened period, only set in payments
 * @param credits the credits that are deducted, only set in payments
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
	 * Plan.
	 *
	 * @param amount the price of a period in the smallest unit of the currency
	 */
	public record Plan(String id, String slug, String name, boolean isRecurring, long amount, String currency,
			List<UnitPrice> unitPrices) {

	}

	/** Price of a unit, such as a seat, which is sold in blocks of the given size. */
	public record UnitPrice(String name, long blockSize, List<Tier> tiers) {

	}

	/** Price of a block in a range of blocks. A range without a last block is open. */
	public record Tier(long startsAtBlock, @Nullable Long endsAfterBlock, long amountPerBlock, String currency) {

	}

	/** Number of seats, where {@code null} stands for an unlimited number. */
	public record Seats(@Nullable Long quantity) {

	}

}
