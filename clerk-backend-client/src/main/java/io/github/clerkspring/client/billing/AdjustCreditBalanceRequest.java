package io.github.clerkspring.client.billing;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A change of the credits of a payer. */
public final class AdjustCreditBalanceRequest extends RequestFields<AdjustCreditBalanceRequest> {

	private AdjustCreditBalanceRequest(Map<String, @Nullable Object> fields) {
		super(fields, AdjustCreditBalanceRequest::new);
	}

	/**
	 * Begin with the change.
	 * @param amount how many cents, more than zero
	 * @param action up or down
	 * @param idempotencyKey a text of your own; a change with the key of an earlier one
	 * is not made again
	 */
	public static AdjustCreditBalanceRequest create(long amount, Action action, String idempotencyKey) {
		return new AdjustCreditBalanceRequest(Map.of()).set("amount", number("amount", amount, 1, Long.MAX_VALUE))
			.set("action", action)
			.set("idempotency_key", idempotencyKey);
	}

	/** Such as {@code USD}. */
	public AdjustCreditBalanceRequest currency(String currency) {
		return set("currency", currency);
	}

	public AdjustCreditBalanceRequest note(String note) {
		return set("note", note);
	}

	/** Which way the credits change. */
	public record Action(@JsonValue String value) {

		public static final Action INCREASE = new Action("increase");

		public static final Action DECREASE = new Action("decrease");

		@Override
		public String toString() {
			return this.value;
		}

	}

}
