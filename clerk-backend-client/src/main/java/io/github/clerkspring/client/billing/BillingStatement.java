package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

/** Statement of a payer's payments in a period, with its creation time. */
public record BillingStatement(String id, String instanceId, Instant timestamp, BillingPayer payer, Status status,
		Totals totals, List<Group> groups) {

	/** Totals of a statement. */
	public record Totals(Money grandTotal, Money subtotal, Money baseFee, Money taxTotal) {

	}

	/** Payments with the same time. */
	public record Group(Instant timestamp, List<BillingPaymentAttempt> items) {

	}

	/** Status of a statement: open or closed. */
	public record Status(@JsonValue String value) {

		public static final Status OPEN = new Status("open");

		public static final Status CLOSED = new Status("closed");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
