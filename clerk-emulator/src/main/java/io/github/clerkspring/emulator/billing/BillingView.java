package io.github.clerkspring.emulator.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Shows subscriptions and their items. The classic way is that of versions before
 * 2025-11-10, and of some operations still.
 */
final class BillingView {

	/** Who is paid: the owner of the instance. */
	static final String PAYEE = "cpayee_2emulatorPayee0000000000000";

	/** Since when subscriptions are shown the present way. */
	static final String SINCE = "2025-11-10";

	private BillingView() {
	}

	static ObjectNode subscription(Transaction tx, Resource subscription, boolean classic, boolean eligibleForTrial) {
		ObjectNode node = subscription.toJson();
		List<Resource> items = tx.table(BillingShapes.ITEM)
			.by("payer_id", subscription.required("payer_id"))
			.stream()
			.filter((item) -> !item.required("status").equals(SubscriptionItems.ABANDONED))
			.toList();
		node.set("subscription_items", Json.array(items.stream().map((item) -> item(tx, item, classic)).toList()));
		items.stream().filter((each) -> isRenewed(tx, each)).findFirst().ifPresent((item) -> {
			ObjectNode next = next(tx, item);
			if (classic) {
				next.set("time", next.get("date"));
			}
			node.set("next_payment", next);
		});
		return node.put("eligible_for_free_trial", eligibleForTrial);
	}

	static ObjectNode item(Transaction tx, Resource item, boolean classic) {
		return (classic) ? classicItem(tx, item) : item(tx, item);
	}

	static ObjectNode item(Transaction tx, Resource item) {
		ObjectNode node = item.toJson();
		Resource payer = Payers.get(tx, item);
		node.set("plan", Plans.show(tx, Plans.of(tx, item)));
		node.set("payer", Payers.show(tx, payer));
		node.set("lifetime_paid", Money.show(Money.of(item, "lifetime_paid")));
		node.set("next_payment", Json.of((isRenewed(tx, item)) ? next(tx, item) : null));
		Resource method = Payers.paymentMethod(tx, payer);
		if (method != null) {
			node.set("payment_method", method.toJson());
		}
		return node;
	}

	// Canceled items were shown as active: they still run.
	private static ObjectNode classicItem(Transaction tx, Resource item) {
		ObjectNode node = item.toJson();
		Resource payer = Payers.get(tx, item);
		if (SubscriptionItems.CANCELED.equals(item.text("status"))) {
			node.put("status", SubscriptionItems.ACTIVE);
		}
		node.set("plan", Plans.showClassic(tx, Plans.of(tx, item)));
		node.set("payer", Payers.showClassic(tx, payer));
		node.set("lifetime_paid", Money.show(Money.of(item, "lifetime_paid")));
		node.set("amount", Money.show(fee(tx, item)));
		ObjectNode next = (isRenewed(tx, item)) ? next(tx, item) : null;
		node.set("next_payment", Json.of(next));
		node.set("next_invoice", Json.of(next));
		long start = Money.of(item, "period_start");
		node.put("proration_date", Instant.ofEpochMilli(start).atOffset(ZoneOffset.UTC).toLocalDate().toString());
		Resource method = Payers.paymentMethod(tx, payer);
		node.put("payment_source_id", (method != null) ? method.id() : "");
		return node.set("payment_source", Json.of((method != null) ? source(method) : null));
	}

	/**
	 * Returns the amount of an attempt that the payer's credit paid.
	 * @param attempt the payment attempt
	 * @return the response's part
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

	private static ObjectNode next(Transaction tx, Resource item) {
		ObjectNode next = Json.object();
		next.set("amount", Money.show(fee(tx, item)));
		next.set("date", Json.of(SubscriptionItems.UPCOMING.equals(item.text("status")) ? item.get("period_start")
				: item.get("period_end")));
		return next.set("totals", totals(fee(tx, item), Discounts.reduction(tx, item), 0));
	}

	private static boolean isRenewed(Transaction tx, Resource item) {
		String status = item.required("status");
		return fee(tx, item) > 0
				&& (status.equals(SubscriptionItems.ACTIVE) || status.equals(SubscriptionItems.UPCOMING));
	}

	private static long fee(Transaction tx, Resource item) {
		return Plans.fee(Plans.price(tx, item), item.required("plan_period"));
	}

	private static ObjectNode source(Resource method) {
		ObjectNode node = method.toJson();
		node.put("object", "commerce_source").put("payment_method", method.text("payment_type"));
		node.remove("payment_type");
		return node.put("wallet_type", "");
	}

	/**
	 * Shows a card, or its replacement if credits paid the whole amount.
	 * @param payer the payer
	 * @param method the card, or null
	 * @return the response's part
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
