package io.github.clerkspring.emulator.routes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * Shows subscriptions and their items. The classic way is that of versions before
 * 2025-11-10, and of some operations still.
 */
final class BillingView {

	/** Who is paid: the owner of the instance. */
	static final String PAYEE = "cpayee_2emulatorPayee0000000000000";

	/** Since when subscriptions are shown the present way. */
	static final String SINCE = "2025-11-10";

	private final Emulation emulation;

	private final Payers payers;

	private final Plans plans;

	private final Discounts discounts;

	BillingView(Emulation emulation, Payers payers, Plans plans, Discounts discounts) {
		this.emulation = emulation;
		this.payers = payers;
		this.plans = plans;
		this.discounts = discounts;
	}

	ObjectNode subscription(Resource subscription, boolean classic, boolean eligibleForTrial) {
		ObjectNode node = subscription.toJson();
		List<Resource> items = this.emulation.table(BillingShapes.ITEM)
			.by("payer_id", subscription.required("payer_id"))
			.stream()
			.filter((item) -> !item.required("status").equals(SubscriptionItems.ABANDONED))
			.toList();
		node.set("subscription_items", Json.array(items.stream().map((item) -> item(item, classic)).toList()));
		items.stream().filter(this::isRenewed).findFirst().ifPresent((item) -> {
			ObjectNode next = next(item);
			if (classic) {
				next.set("time", next.get("date"));
			}
			node.set("next_payment", next);
		});
		return node.put("eligible_for_free_trial", eligibleForTrial);
	}

	ObjectNode item(Resource item, boolean classic) {
		return (classic) ? classicItem(item) : item(item);
	}

	ObjectNode item(Resource item) {
		ObjectNode node = item.toJson();
		Resource payer = this.payers.get(item);
		node.set("plan", this.plans.show(this.plans.of(item)));
		node.set("payer", this.payers.show(payer));
		node.set("lifetime_paid", Money.show(Money.of(item, "lifetime_paid")));
		node.set("next_payment", Json.of((isRenewed(item)) ? next(item) : null));
		Resource method = this.payers.paymentMethod(payer);
		if (method != null) {
			node.set("payment_method", method.toJson());
		}
		return node;
	}

	// Canceled items were shown as active: they still run.
	private ObjectNode classicItem(Resource item) {
		ObjectNode node = item.toJson();
		Resource payer = this.payers.get(item);
		if (SubscriptionItems.CANCELED.equals(item.text("status"))) {
			node.put("status", SubscriptionItems.ACTIVE);
		}
		node.set("plan", this.plans.showClassic(this.plans.of(item)));
		node.set("payer", this.payers.showClassic(payer));
		node.set("lifetime_paid", Money.show(Money.of(item, "lifetime_paid")));
		node.set("amount", Money.show(fee(item)));
		ObjectNode next = (isRenewed(item)) ? next(item) : null;
		node.set("next_payment", Json.of(next));
		node.set("next_invoice", Json.of(next));
		long start = Money.of(item, "period_start");
		node.put("proration_date", Instant.ofEpochMilli(start).atOffset(ZoneOffset.UTC).toLocalDate().toString());
		Resource method = this.payers.paymentMethod(payer);
		node.put("payment_source_id", (method != null) ? method.id() : "");
		return node.set("payment_source", Json.of((method != null) ? source(method) : null));
	}

	/**
	 * What the payer's credit paid of an attempt.
	 * @param attempt the payment attempt
	 * @return the answer's part
	 */
	static ObjectNode payerCredit(Resource attempt) {
		ObjectNode node = Json.object();
		node.set("remaining_balance", Money.show(Money.of(attempt, "credit_left")));
		return node.set("applied_amount", Money.show(Money.of(attempt, "credit")));
	}

	static ObjectNode totals(long fee, long discount, long credit) {
		ObjectNode totals = Json.object();
		totals.set("subtotal", Money.show(fee));
		totals.set("base_fee", Money.show(fee));
		totals.set("tax_total", Money.show(0));
		totals.set("grand_total", Money.show(fee - discount - credit));
		if (discount > 0) {
			totals.set("discounts", Json.object().putNull("proration").set("total", Money.show(discount)));
		}
		return totals;
	}

	private ObjectNode next(Resource item) {
		ObjectNode next = Json.object();
		next.set("amount", Money.show(fee(item)));
		next.set("date", Json.of(SubscriptionItems.UPCOMING.equals(item.text("status")) ? item.get("period_start")
				: item.get("period_end")));
		return next.set("totals", totals(fee(item), this.discounts.reduction(item), 0));
	}

	private boolean isRenewed(Resource item) {
		String status = item.required("status");
		return fee(item) > 0 && (status.equals(SubscriptionItems.ACTIVE) || status.equals(SubscriptionItems.UPCOMING));
	}

	private long fee(Resource item) {
		return Plans.fee(this.plans.price(item), item.required("plan_period"));
	}

	private static ObjectNode source(Resource method) {
		ObjectNode node = method.toJson();
		node.put("object", "commerce_source").put("payment_method", method.text("payment_type"));
		node.remove("payment_type");
		return node.put("wallet_type", "");
	}

	/**
	 * Shows a card, or what stands for it when credits paid all.
	 * @param payer the payer
	 * @param method the card, or null
	 * @return the answer's part
	 */
	static ObjectNode paymentMethod(Resource payer, @Nullable Resource method) {
		if (method != null) {
			return method.toJson();
		}
		return Json.object()
			.put("object", BillingShapes.PAYMENT_METHOD.object())
			.put("id", "")
			.put("payer_id", payer.id())
			.put("payment_type", "payer-credits")
			.put("gateway", "clerk")
			.put("gateway_external_id", "")
			.putNull("gateway_external_account_id")
			.putNull("last4")
			.put("status", "active")
			.putNull("card_type");
	}

}
