package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** How often a price can be paid. */
public record BillingPricePeriods(@JsonValue String value) {

	/** Each month. */
	public static final BillingPricePeriods MONTH = new BillingPricePeriods("month");

	/** Each year. */
	public static final BillingPricePeriods ANNUAL = new BillingPricePeriods("annual");

	/** Each month or each year. */
	public static final BillingPricePeriods BOTH = new BillingPricePeriods("both");

	@Override
	public String toString() {
		return this.value;
	}

}
