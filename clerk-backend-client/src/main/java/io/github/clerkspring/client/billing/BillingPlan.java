package io.github.clerkspring.client.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Subscription plan.
 *
 * @param fee the fee for each month when paid monthly
 * @param annualMonthlyFee the fee for each month when paid annually
 * @param annualFee the fee for each year when paid annually
 * @param amount the {@code fee} in the smallest unit of the currency; this and the other
 * plain amounts are present only in responses on free trials and price transitions
 * @param productId no longer in use
 */
public record BillingPlan(String id, String name, @Nullable Money fee, @Nullable Money annualMonthlyFee,
		@Nullable Money annualFee, @Nullable Long amount, @Nullable String amountFormatted,
		@Nullable Long annualMonthlyAmount, @Nullable String annualMonthlyAmountFormatted, @Nullable Long annualAmount,
		@Nullable String annualAmountFormatted, @Nullable String currencySymbol, @Nullable String currency,
		@Nullable String description, String productId, boolean isDefault, boolean isRecurring, boolean publiclyVisible,
		boolean hasBaseFee, List<BillingPayerType> payerType, BillingPayerType forPayerType, String slug,
		@Nullable String avatarUrl, @Nullable String period, @Nullable Long interval, List<BillingFeature> features,
		@Nullable Boolean freeTrialEnabled, @Nullable Long freeTrialDays, List<UnitPrice> unitPrices) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Price of a plan for each unit, such as a seat, sold in blocks of this size. */
	public record UnitPrice(String name, long blockSize, List<UnitPriceTier> tiers) {

		@Override
		public String toString() {
			return RecordIds.describe(this);
		}

	}

	/** Price of a block; a tier without a last block is unlimited. */
	public record UnitPriceTier(long startsAtBlock, @Nullable Long endsAfterBlock, Money feePerBlock) {

	}

}
