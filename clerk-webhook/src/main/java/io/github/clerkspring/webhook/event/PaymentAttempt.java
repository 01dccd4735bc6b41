package io.github.clerkspring.webhook.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.billing.BillingPayer;
import io.github.clerkspring.client.billing.BillingPaymentAttempt;
import io.github.clerkspring.client.billing.BillingPaymentSource;
import io.github.clerkspring.client.billing.BillingTotals;

/**
 * Payment attempt in the format of events.
 *
 * @param chargeType {@code checkout} or {@code recurring}
 * @param payee the recipient of the payment
 * @param subscriptionItems the subscription items that are paid for
 */
public record PaymentAttempt(String id, @Nullable String instanceId, @Nullable String paymentId,
		@Nullable String invoiceId, @Nullable String statementId, @Nullable String gatewayExternalId,
		BillingPaymentAttempt.Status status, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant paidAt, @Nullable Instant failedAt, @Nullable FailedReason failedReason,
		@Nullable Instant billingDate, @Nullable String chargeType, @Nullable Payee payee, @Nullable BillingPayer payer,
		@Nullable BillingTotals totals, @Nullable BillingPaymentSource paymentSource,
		List<SubscriptionItem> subscriptionItems) {

	@Override
	public String toString() {
		return "PaymentAttempt[" + this.id + "]";
	}

	/** Reason of a failed payment, as reported by the payment gateway. */
	public record FailedReason(String code, @Nullable String declineCode) {

	}

	/** Recipient of a payment. */
	public record Payee(String id, @Nullable String gatewayType, @Nullable String gatewayExternalId,
			@Nullable String gatewayStatus) {

	}

}
