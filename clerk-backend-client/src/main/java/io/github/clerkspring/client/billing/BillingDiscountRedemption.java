package io.github.clerkspring.client.billing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * The use of a discount by a subscription item.
 *
 * @param percentOff how many percent are taken off, or {@code null} if it is an amount
 * @param amountOff what is taken off, or {@code null} if it is a percentage
 * @param cyclesRemaining for how many periods it still holds, or {@code null} if for all
 * @param redeemedBy who applied it
 */
public record BillingDiscountRedemption(String id, String subscriptionItemId, String discountId, @Nullable String name,
		Source source, @Nullable String promoCode, @Nullable Effect effect, @Nullable Double percentOff,
		@Nullable Money amountOff, @Nullable Money amount, @Nullable Integer cyclesRemaining, int cyclesApplied,
		@Nullable Status status, Instant redeemedAt, @Nullable String redeemedBy) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

	/** How the discount came to the item. */
	public record Source(@JsonValue String value) {

		public static final Source PROMOTION = new Source("promotion");

		public static final Source MANUAL = new Source("manual");

		/** By a code that the payer gave. */
		public static final Source PROMO_CODE = new Source("promo_code");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** How the discount is computed. */
	public record Effect(@JsonValue String value) {

		public static final Effect PERCENTAGE = new Effect("percentage");

		public static final Effect FIXED_AMOUNT = new Effect("fixed_amount");

		@Override
		public String toString() {
			return this.value;
		}

	}

	/** Whether the discount still holds. */
	public record Status(@JsonValue String value) {

		public static final Status ACTIVE = new Status("active");

		/** All its periods have passed. */
		public static final Status EXHAUSTED = new Status("exhausted");

		public static final Status REMOVED = new Status("removed");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
