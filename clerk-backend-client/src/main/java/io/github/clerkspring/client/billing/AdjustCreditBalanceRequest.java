package io.github.clerkspring.client.billing;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to change the credit balance of a payer. */
public final class AdjustCreditBalanceRequest extends RequestFields<AdjustCreditBalanceRequest> {

	private AdjustCreditBalanceRequest(Map<String, @Nullable Object> fields) {
		super(fields, AdjustCreditBalanceRequest::new);
	}

	/**
	 * Create a request with the change.
	 * @param amount the amount in cents, greater than zero
	 * @param action increase or decrease
	 * @param idempotencyKey a key chosen by the caller; a change with the key of an
	 * earlier one is not applied again
	 */
	public static AdjustCreditBalanceRequest create(long amount, Action action, String idempotencyKey) {
		return new AdjustCreditBalanceRequest(Map.of()).set("amount", number("amount", amount, 1, Long.MAX_VALUE))
			.set("action", action)
			.set("idempotency_key", idempotencyKey);
	}

	/** Set the currency, such as {@code USD}. */
	public AdjustCreditBalanceRequest currency(String currency) {
		return set("currency", currency);
	}

	public AdjustCreditBalanceRequest note(String note) {
		return set("note", note);
	}

	/** Direction of the change. */
	public record Action(@JsonValue String value) {

		public static final Action INCREASE = new Action("increase");

		public static final Action DECREASE = new Action("decrease");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
