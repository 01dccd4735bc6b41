package io.github.clerkspring.client.billing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Redemption of a discount for a subscription item.
 *
 * @param percentOff the discount in percent, or {@code null} for an amount
 * @param amountOff the discount as an amount, or {@code null} for a percentage
 * @param cyclesRemaining the number of remaining periods, or {@code null} if unlimited
 * @param redeemedBy the user who applied the discount
 */
public record BillingDiscountRedemption(String id, String subscriptionItemId, String discountId, @Nullable String name,
		Source source, @Nullable String promoCode, @Nullable Effect effect, @Nullable Double percentOff,
		@Nullable Money amountOff, @Nullable Money amount, @Nullable Integer cyclesRemaining, int cyclesApplied,
		@Nullable Status status, Instant redeemedAt, @Nullable String redeemedBy) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** Source of the discount. */
	public record Source(@JsonValue String value) {

		public static final Source PROMOTION = new Source("promotion");

		public static final Source MANUAL = new Source("manual");

		/** Code entered by the payer. */
		public static final Source PROMO_CODE = new Source("promo_code");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Type of the discount: percentage or amount. */
	public record Effect(@JsonValue String value) {

		public static final Effect PERCENTAGE = new Effect("percentage");

		public static final Effect FIXED_AMOUNT = new Effect("fixed_amount");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Status of the discount. */
	public record Status(@JsonValue String value) {

		public static final Status ACTIVE = new Status("active");

		/** All periods of the discount have passed. */
		public static final Status EXHAUSTED = new Status("exhausted");

		public static final Status REMOVED = new Status("removed");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
