package io.github.clerkspring.client.billing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Payment method in responses on free trials and price transitions.
 *
 * @param gateway the payment gateway
 * @param last4 the last four digits of the card
 */
public record BillingPaymentSource(String id, String payerId, Method paymentMethod, @Nullable Boolean isDefault,
		String gateway, String gatewayExternalId, @Nullable String gatewayExternalAccountId, String last4,
		BillingPaymentMethodStatus status, String walletType, String cardType, @Nullable Integer expiryYear,
		@Nullable Integer expiryMonth, Instant createdAt, Instant updatedAt, @Nullable Boolean isRemovable) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Type of a payment method. */
	public record Method(@JsonValue String value) {

		public static final Method CARD = new Method("card");

		public static final Method APPLE_PAY = new Method("apple_pay");

		public static final Method GOOGLE_PAY = new Method("google_pay");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
