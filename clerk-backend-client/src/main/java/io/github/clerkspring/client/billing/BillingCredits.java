package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;

/**
 * Credits that reduce a payment.
 *
 * @param proration the credit for the remainder of a period that ended early
 * @param payer the credit from the balance of the payer
 */
public record BillingCredits(@Nullable Proration proration, @Nullable Payer payer, Money total) {

	/** Credit for the remainder of a period. */
	public record Proration(Money amount, long cycleDaysRemaining, long cycleDaysTotal, double cycleRemainingPercent) {

	}

	/** Credit from the balance of the payer. */
	public record Payer(Money remainingBalance, Money appliedAmount) {

	}

}
