package io.github.clerkspring.emulator.billing;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Subscription and credits of a user or an organization.
 */
final class OwnerBillingRoutes implements Family {

	private static final Fields ADJUST = Fields.none()
		.required(FieldType.INTEGER, "amount")
		.required(FieldType.STRING, "action", "idempotency_key")
		.optional(FieldType.STRING, "currency", "note");

	@Override
	public void register(Operations routes) {
		register(routes, "/users/{user_id}", "user_id", Payers.USER);
		register(routes, "/organizations/{organization_id}", "organization_id", Payers.ORGANIZATION);
	}

	private void register(Operations routes, String owner, String variable, String type) {
		routes.get(owner + "/billing/subscription",
				Subscriptions.settled((tx, call) -> subscription(tx, call, owner(tx, call, variable, type))));
		routes.get(owner + "/billing/credits",
				Subscriptions.settled((tx, call) -> Credits.balance(payer(tx, owner(tx, call, variable, type)))));
		routes.post(owner + "/billing/credits",
				Subscriptions.settled((tx, call) -> adjust(tx, call, owner(tx, call, variable, type))));
	}

	private JsonNode subscription(Transaction tx, ApiCall call, String ownerId) {
		Resource subscription = Subscriptions.of(tx, ownerId);
		boolean classic = call.version().isBefore(BillingView.SINCE);
		return BillingView.subscription(tx, subscription, classic,
				!SubscriptionItems.hasSubscribed(tx, Payers.get(tx, subscription)));
	}

	private JsonNode adjust(Transaction tx, ApiCall call, String ownerId) {
		Body body = call.body(ADJUST);
		Long amount = body.number("amount");
		if (amount == null || amount <= 0) {
			throw BillingErrors.unprocessable("invalid_credit_amount", "Credit amount must be greater than zero");
		}
		String currency = body.text("currency");
		if (currency != null && !currency.equalsIgnoreCase(Money.CURRENCY)) {
			throw ApiException.badRequest("currency_invalid", "Currency is not supported");
		}
		long signed = switch (body.required("action")) {
			case "increase" -> amount;
			case "decrease" -> -amount;
			default -> throw BillingErrors.unprocessable("invalid_credit_action",
					"Credit action must be either 'increase' or 'decrease'");
		};
		return Credits
			.show(Credits.adjust(tx, payer(tx, ownerId), signed, body.text("note"), body.required("idempotency_key")));
	}

	private Resource payer(Transaction tx, String ownerId) {
		return Payers.get(tx, Subscriptions.of(tx, ownerId));
	}

	private String owner(Transaction tx, ApiCall call, String variable, String type) {
		return tx.find(Payers.shape(type), call.path(variable)).id();
	}

}
