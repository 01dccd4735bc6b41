package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Billing period of a plan. */
public record BillingPlanPeriod(@JsonValue String value) {

	public static final BillingPlanPeriod MONTH = new BillingPlanPeriod("month");

	public static final BillingPlanPeriod ANNUAL = new BillingPlanPeriod("annual");

	@Override
	public String toString() {
		return this.value;
	}

}
