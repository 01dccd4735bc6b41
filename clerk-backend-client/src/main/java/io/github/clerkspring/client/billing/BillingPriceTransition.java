package io.github.clerkspring.client.billing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The move of a subscription item to another price.
 *
 * @param subscriptionItem the item at the new price
 */
public record BillingPriceTransition(BillingSubscriptionItem subscriptionItem, Details transition) {

	/**
	 * What the move does.
	 *
	 * @param immediateCharge what was paid at once, or {@code null} if nothing was
	 */
	public record Details(BillingPlan previousPlan, BillingPrice previousPrice, Instant effectiveAt,
			EffectiveMode effectiveMode, @Nullable Instant nextBillingDate, boolean chargedImmediately,
			@Nullable Money immediateCharge, BillingSubscriptionItemStatus previousSubscriptionItemStatus,
			String previousSubscriptionItemId) {

	}

	/**
	 * When the new price holds.
	 *
	 * @param value the word on the wire
	 */
	public record EffectiveMode(@JsonValue String value) {

		/**
		 * At once.
		 */
		public static final EffectiveMode IMMEDIATE = new EffectiveMode("immediate");

		/**
		 * From the next period on.
		 */
		public static final EffectiveMode END_OF_PERIOD = new EffectiveMode("end_of_period");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
