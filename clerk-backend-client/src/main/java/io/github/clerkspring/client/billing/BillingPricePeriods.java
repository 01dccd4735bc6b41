package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** How often a price can be paid. */
public record BillingPricePeriods(@JsonValue String value) {

	public static final BillingPricePeriods MONTH = new BillingPricePeriods("month");

	public static final BillingPricePeriods ANNUAL = new BillingPricePeriods("annual");

	public static final BillingPricePeriods BOTH = new BillingPricePeriods("both");

	@Override
	public String toString() {
		return this.value;
	}

}
