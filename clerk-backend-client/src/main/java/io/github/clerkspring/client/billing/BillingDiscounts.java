package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/**
 * Discounts that reduce a payment.
 *
 * @param proration the discount for the elapsed part of a period
 */
public record BillingDiscounts(@Nullable Proration proration, Money total) {

	/** Discount for the elapsed part of a period. */
	public record Proration(Money amount, long cycleDaysPassed, long cycleDaysTotal, double cyclePassedPercent) {

	}

}
