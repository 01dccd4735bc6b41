package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Billing periods for which a price is available. */
public record BillingPricePeriods(@JsonValue String value) {

	public static final BillingPricePeriods MONTH = new BillingPricePeriods("month");

	public static final BillingPricePeriods ANNUAL = new BillingPricePeriods("annual");

	public static final BillingPricePeriods BOTH = new BillingPricePeriods("both");

	@Override
	public String toString() {
		return this.value;
	}

}
