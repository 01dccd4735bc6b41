package io.github.clerkspring.emulator.billing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Moves payers to other prices: immediately from a free price, otherwise at the end of
 * the paid period.
 */
final class PriceTransitionRoutes implements Family {

	private static final Fields FIELDS = Fields.none().required(FieldType.STRING, "from_price_id", "to_price_id");

	@Override
	public void register(Operations routes) {
		routes.post("/billing/subscription_items/{subscription_item_id}/price_transition",
				Subscriptions.settled(this::transition));
	}

	private JsonNode transition(Transaction tx, ApiCall call) {
		Resource item = SubscriptionItems.require(tx, call.path("subscription_item_id"));
		Body body = call.body(FIELDS);
		Resource from = Plans.price(tx, item);
		if (!from.id().equals(body.required("from_price_id"))) {
			throw BillingErrors.conflict("out_of_date_price",
					"There was a mismatch in the price transition. The price may have been changed by another "
							+ "request.");
		}
		Resource to = target(tx, item, body.required("to_price_id"));
		String period = period(item, to);
		Discounts.removeActive(tx, item);
		Resource running = SubscriptionItems.running(tx, Payers.get(tx, item));
		return (running == item && SubscriptionItems.isFree(tx, item)) ? startNow(tx, item, to, period)
				: startLater(tx, item, running, to, period);
	}

	private Resource target(Transaction tx, Resource item, String priceId) {
		String status = item.required("status");
		if (!status.equals(SubscriptionItems.ACTIVE) && !status.equals(SubscriptionItems.UPCOMING)) {
			throw BillingErrors.conflict("subscription_item_no_longer_active",
					"The subscription item is no longer the payer's active subscription item.");
		}
		Resource to = tx.table(BillingShapes.PRICE).find(priceId);
		if (to == null) {
			throw ApiException.missingResource("to_price_id");
		}
		if (priceId.equals(item.text("price_id"))) {
			throw notAllowed("the item has this price");
		}
		if (!Plans.of(tx, to).required("for_payer_type").equals(Payers.type(Payers.get(tx, item)))) {
			throw notAllowed("the plan is for other payers");
		}
		return to;
	}

	private static String period(Resource item, Resource to) {
		String supported = to.required("supported_billing_periods");
		return (supported.equals("both")) ? item.required("plan_period") : supported;
	}

	private ObjectNode startNow(Transaction tx, Resource item, Resource to, String period) {
		Resource payer = Payers.get(tx, item);
		long fee = Plans.fee(to, period);
		if (fee > 0 && Payers.paymentMethod(tx, payer) == null && Money.of(payer, "credits") < fee) {
			throw BillingErrors.unprocessable("payment_method_required_for_transition",
					"A payment method is required to upgrade from a free plan.");
		}
		Resource next = Subscriptions.subscribe(tx, payer.required("owner_id"), to, period, 0);
		if (SubscriptionItems.INCOMPLETE.equals(next.text("status"))) {
			throw BillingErrors.unprocessable("payment_attempt_failed_card_declined", "The card was declined.");
		}
		ObjectNode details = details(tx, item, "immediate", tx.now());
		details.set("next_billing_date", Json.of(next.get("period_end")));
		long charged = Money.of(next, "lifetime_paid");
		details.put("charged_immediately", charged > 0);
		details.set("immediate_charge", Json.of((charged > 0) ? Money.show(charged) : null));
		return answer(tx, next, details);
	}

	private ObjectNode startLater(Transaction tx, Resource item, @Nullable Resource running, Resource to,
			String period) {
		if (running == null || running.number("period_end") == null) {
			throw notAllowed("nothing runs that it could follow");
		}
		Resource next = Subscriptions.startLater(tx, running, to, period);
		ObjectNode details = details(tx, item, "end_of_period", Money.of(running, "period_end"));
		details.set("next_billing_date", Json.of((Plans.fee(to, period) > 0) ? running.get("period_end") : null));
		details.put("charged_immediately", false).putNull("immediate_charge");
		return answer(tx, next, details);
	}

	private ObjectNode details(Transaction tx, Resource item, String mode, long instant) {
		ObjectNode details = Json.object();
		details.set("previous_plan", Plans.showClassic(tx, Plans.of(tx, item)));
		details.set("previous_price", Plans.showPrice(Plans.price(tx, item)));
		details.put("effective_at", instant).put("effective_mode", mode);
		details.put("previous_subscription_item_status", item.text("status"));
		return details.put("previous_subscription_item_id", item.id());
	}

	private ObjectNode answer(Transaction tx, Resource next, ObjectNode details) {
		ObjectNode answer = Json.object().put("object", "commerce_price_transition");
		answer.set("subscription_item", BillingView.item(tx, next, true));
		return answer.set("transition", details);
	}

	private static ApiException notAllowed(String reason) {
		return BillingErrors.unprocessable("price_transition_not_allowed",
				"Price transition not allowed because " + reason);
	}

}
