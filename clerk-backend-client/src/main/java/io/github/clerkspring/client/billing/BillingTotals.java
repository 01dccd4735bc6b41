package io.github.clerkspring.client.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Totals of a payment.
 *
 * @param perUnitTotals the totals that depend on the number of units
 */
public record BillingTotals(Money subtotal, Money baseFee, Money taxTotal, Money grandTotal,
		List<BillingUnitTotal> perUnitTotals, @Nullable BillingCredits credits, @Nullable BillingDiscounts discounts) {

}
