package io.github.clerkspring.client.billing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Payment method.
 *
 * @param gateway the payment gateway
 * @param last4 the last four digits of the card
 */
public record BillingPaymentMethod(String id, String payerId, Type paymentType, @Nullable Boolean isDefault,
		String gateway, String gatewayExternalId, @Nullable String gatewayExternalAccountId, @Nullable String last4,
		BillingPaymentMethodStatus status, @Nullable String walletType, @Nullable String cardType,
		@Nullable Integer expiryYear, @Nullable Integer expiryMonth, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Boolean isRemovable) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Type of a payment method. */
	public record Type(@JsonValue String value) {

		public static final Type CARD = new Type("card");

		/** Link (Stripe). */
		public static final Type LINK = new Type("link");

		/** Credit balance of the payer. */
		public static final Type PAYER_CREDITS = new Type("payer-credits");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
