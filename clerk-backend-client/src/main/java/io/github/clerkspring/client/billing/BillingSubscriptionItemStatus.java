package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a subscription item. */
public record BillingSubscriptionItemStatus(@JsonValue String value) {

	public static final BillingSubscriptionItemStatus ACTIVE = new BillingSubscriptionItemStatus("active");

	public static final BillingSubscriptionItemStatus CANCELED = new BillingSubscriptionItemStatus("canceled");

	public static final BillingSubscriptionItemStatus EXPIRED = new BillingSubscriptionItemStatus("expired");

	public static final BillingSubscriptionItemStatus ENDED = new BillingSubscriptionItemStatus("ended");

	/** A payment is overdue. */
	public static final BillingSubscriptionItemStatus PAST_DUE = new BillingSubscriptionItemStatus("past_due");

	public static final BillingSubscriptionItemStatus UPCOMING = new BillingSubscriptionItemStatus("upcoming");

	/** The first payment is outstanding. */
	public static final BillingSubscriptionItemStatus INCOMPLETE = new BillingSubscriptionItemStatus("incomplete");

	/** The first payment was never made. */
	public static final BillingSubscriptionItemStatus ABANDONED = new BillingSubscriptionItemStatus("abandoned");

	/** The item is in its free trial; in queries only. */
	public static final BillingSubscriptionItemStatus FREE_TRIAL = new BillingSubscriptionItemStatus("free_trial");

	@Override
	public String toString() {
		return this.value;
	}

}
