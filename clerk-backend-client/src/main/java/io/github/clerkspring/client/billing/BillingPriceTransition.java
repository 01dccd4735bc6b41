package io.github.clerkspring.client.billing;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Transition of a subscription item to another price; the item has the new price. */
public record BillingPriceTransition(BillingSubscriptionItem subscriptionItem, Details transition) {

	/**
	 * Details of the transition; the immediate charge is {@code null} if there was none.
	 */
	public record Details(BillingPlan previousPlan, BillingPrice previousPrice, Instant effectiveAt,
			EffectiveMode effectiveMode, @Nullable Instant nextBillingDate, boolean chargedImmediately,
			@Nullable Money immediateCharge, BillingSubscriptionItemStatus previousSubscriptionItemStatus,
			String previousSubscriptionItemId) {

	}

	/** Time at which the new price becomes effective. */
	public record EffectiveMode(@JsonValue String value) {

		public static final EffectiveMode IMMEDIATE = new EffectiveMode("immediate");

		public static final EffectiveMode END_OF_PERIOD = new EffectiveMode("end_of_period");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
