package io.github.clerkspring.client.billing;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a payment method. */
public record BillingPaymentMethodStatus(@JsonValue String value) {

	public static final BillingPaymentMethodStatus ACTIVE = new BillingPaymentMethodStatus("active");

	public static final BillingPaymentMethodStatus DISCONNECTED = new BillingPaymentMethodStatus("disconnected");

	@Override
	public String toString() {
		return this.value;
	}

}
