package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** How often a plan is paid. */
public record BillingPlanPeriod(@JsonValue String value) {

	public static final BillingPlanPeriod MONTH = new BillingPlanPeriod("month");

	public static final BillingPlanPeriod ANNUAL = new BillingPlanPeriod("annual");

	@Override
	public String toString() {
		return this.value;
	}

}
