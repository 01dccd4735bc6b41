package io.github.clerkspring.client.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a payment comes to.
 *
 * @param perUnitTotals the parts that depend on a number of units
 */
public record BillingTotals(Money subtotal, Money baseFee, Money taxTotal, Money grandTotal,
		List<BillingUnitTotal> perUnitTotals, @Nullable BillingCredits credits, @Nullable BillingDiscounts discounts) {

}
