package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/**
 * What is taken off a payment as a favor.
 *
 * @param proration for the part of a period that has passed
 */
public record BillingDiscounts(@Nullable Proration proration, Money total) {

	/** The discount for the part of a period that has passed. */
	public record Proration(Money amount, long cycleDaysPassed, long cycleDaysTotal, double cyclePassedPercent) {

	}

}
