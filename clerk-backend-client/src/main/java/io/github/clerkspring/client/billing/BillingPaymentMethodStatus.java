package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a means of payment can be used. */
public record BillingPaymentMethodStatus(@JsonValue String value) {

	public static final BillingPaymentMethodStatus ACTIVE = new BillingPaymentMethodStatus("active");

	public static final BillingPaymentMethodStatus DISCONNECTED = new BillingPaymentMethodStatus("disconnected");

	@Override
	public String toString() {
		return this.value;
	}

}
