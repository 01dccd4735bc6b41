package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Payment attempt.
 *
 * @param chargeType the type of the charge
 * @param payee the recipient of the payment, in Clerk's format
 * @param subscriptionItem the subscription item that is paid, in Clerk's format
 */
public record BillingPaymentAttempt(String id, String paymentId, String instanceId, String chargeType, String payeeId,
		Map<String, Object> payee, String payerId, BillingPayer payer, @Nullable String subscriptionItemId,
		Map<String, Object> subscriptionItem, Money amount, @Nullable BillingTotals totals, String paymentMethodId,
		BillingPaymentMethod paymentMethod, String statementId, @Nullable String gatewayExternalId,
		@Nullable String gatewayExternalUrl, Status status, @Nullable Instant paidAt, @Nullable Instant failedAt,
		Instant createdAt, Instant updatedAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Status of a payment attempt. */
	public record Status(@JsonValue String value) {

		public static final Status PENDING = new Status("pending");

		public static final Status PAID = new Status("paid");

		public static final Status FAILED = new Status("failed");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
