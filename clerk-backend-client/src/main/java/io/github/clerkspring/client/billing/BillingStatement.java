package io.github.clerkspring.client.billing;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a payer paid in a period, and when the statement was made out. */
public record BillingStatement(String id, String instanceId, Instant timestamp, BillingPayer payer, Status status,
		Totals totals, List<Group> groups) {

	/** What the statement comes to. */
	public record Totals(Money grandTotal, Money subtotal, Money baseFee, Money taxTotal) {

	}

	/** The payments of one time. */
	public record Group(Instant timestamp, List<BillingPaymentAttempt> items) {

	}

	/** Whether the statement still grows. */
	public record Status(@JsonValue String value) {

		public static final Status OPEN = new Status("open");

		public static final Status CLOSED = new Status("closed");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
