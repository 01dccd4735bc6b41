package io.github.clerkspring.client.billing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Price of a plan.
 *
 * @param amount the fee for each month, in the smallest unit of the currency
 * @param annualMonthlyAmount the fee for each month when paid annually, in the smallest
 * unit of the currency
 */
public record BillingPrice(String id, String planId, String instanceId, String currency, String currencySymbol,
		long amount, long annualMonthlyAmount, @Nullable Money fee, @Nullable Money annualMonthlyFee,
		@Nullable String description, boolean isDefault, Instant createdAt,
		BillingPricePeriods supportedBillingPeriods) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
