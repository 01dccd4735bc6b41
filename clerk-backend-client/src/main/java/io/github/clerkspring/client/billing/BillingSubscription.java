package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Subscription of a payer.
 *
 * @param activeAt the time of the activation
 * @param pastDueAt the time since which a payment is overdue
 */
public record BillingSubscription(String id, String instanceId, Status status, String payerId, Instant createdAt,
		Instant updatedAt, @Nullable Instant activeAt, @Nullable Instant pastDueAt,
		List<BillingSubscriptionItem> subscriptionItems, @Nullable BillingNextPayment nextPayment,
		@Nullable Boolean eligibleForFreeTrial) {

	/** Status of a subscription. */
	public record Status(@JsonValue String value) {

		public static final Status ACTIVE = new Status("active");

		/** A payment is overdue. */
		public static final Status PAST_DUE = new Status("past_due");

		public static final Status CANCELED = new Status("canceled");

		public static final Status ENDED = new Status("ended");

		/** The first payment was never made. */
		public static final Status ABANDONED = new Status("abandoned");

		/** The first payment is outstanding. */
		public static final Status INCOMPLETE = new Status("incomplete");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
