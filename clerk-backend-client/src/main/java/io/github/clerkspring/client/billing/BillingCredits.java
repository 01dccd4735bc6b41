package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/**
 * What is taken off a payment because it was paid before.
 *
 * @param proration for the rest of a period that is cut short
 * @param payer from the balance of credits
 */
public record BillingCredits(@Nullable Proration proration, @Nullable Payer payer, Money total) {

	/** The credit for the rest of a period. */
	public record Proration(Money amount, long cycleDaysRemaining, long cycleDaysTotal, double cycleRemainingPercent) {

	}

	/** The credit from the balance of the payer. */
	public record Payer(Money remainingBalance, Money appliedAmount) {

	}

}
