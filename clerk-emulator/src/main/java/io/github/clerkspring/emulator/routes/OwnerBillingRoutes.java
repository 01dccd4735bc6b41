package io.github.clerkspring.emulator.routes;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Subscription and credits of a user or an organization.
 */
final class OwnerBillingRoutes implements RouteFamily {

	private static final Fields ADJUST = Fields.none()
		.required(FieldType.INTEGER, "amount")
		.required(FieldType.STRING, "action", "idempotency_key")
		.optional(FieldType.STRING, "currency", "note");

	private final Emulation emulation;

	private final Payers payers;

	private final Subscriptions subscriptions;

	private final SubscriptionItems items;

	private final Credits credits;

	private final BillingView view;

	OwnerBillingRoutes(Emulation emulation, Payers payers, Subscriptions subscriptions, SubscriptionItems items,
			Credits credits, BillingView view) {
		this.emulation = emulation;
		this.payers = payers;
		this.subscriptions = subscriptions;
		this.items = items;
		this.credits = credits;
		this.view = view;
	}

	@Override
	public void register(RouteTable routes) {
		register(routes, "/users/{user_id}", "user_id", Payers.USER);
		register(routes, "/organizations/{organization_id}", "organization_id", Payers.ORGANIZATION);
	}

	private void register(RouteTable routes, String owner, String variable, String type) {
		routes.get(owner + "/billing/subscription",
				this.subscriptions.settled((call) -> subscription(call, owner(call, variable, type))));
		routes.get(owner + "/billing/credits",
				this.subscriptions.settled((call) -> this.credits.balance(payer(owner(call, variable, type)))));
		routes.post(owner + "/billing/credits",
				this.subscriptions.settled((call) -> adjust(call, owner(call, variable, type))));
	}

	private JsonNode subscription(ApiCall call, String ownerId) {
		Resource subscription = this.subscriptions.of(ownerId);
		boolean classic = call.version().isBefore(BillingView.SINCE);
		return this.view.subscription(subscription, classic, !this.items.hasSubscribed(this.payers.get(subscription)));
	}

	private JsonNode adjust(ApiCall call, String ownerId) {
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
		return this.credits
			.show(this.credits.adjust(payer(ownerId), signed, body.text("note"), body.required("idempotency_key")));
	}

	private Resource payer(String ownerId) {
		return this.payers.get(this.subscriptions.of(ownerId));
	}

	private String owner(ApiCall call, String variable, String type) {
		return this.emulation.find(Payers.shape(type), call.path(variable)).id();
	}

}
