package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Type of the payers of a plan. */
public record BillingPayerType(@JsonValue String value) {

	public static final BillingPayerType USER = new BillingPayerType("user");

	public static final BillingPayerType ORG = new BillingPayerType("org");

	@Override
	public String toString() {
		return this.value;
	}

}
