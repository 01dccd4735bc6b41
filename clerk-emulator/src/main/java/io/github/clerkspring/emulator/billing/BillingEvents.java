package io.github.clerkspring.emulator.billing;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Publishes the events of billing. The data of these events is a subset of the
 * representation of the Backend API.
 */
final class BillingEvents {

	private BillingEvents() {
	}

	static void subscription(Transaction tx, String what, Resource subscription) {
		Resource payer = Payers.get(tx, subscription);
		ObjectNode data = Json.object().put("object", "commerce_subscription").put("id", subscription.id());
		data.put("status", subscription.text("status"));
		copy(data, subscription, "active_at");
		data.putNull("canceled_at").put("created_at", subscription.createdAt()).putNull("ended_at");
		copy(data, subscription, "past_due_at");
		data.put("updated_at", subscription.updatedAt());
		copy(data, subscription, "latest_payment_id", "payer_id");
		data.set("payer", Payers.showEvent(tx, payer));
		Resource method = Payers.paymentMethod(tx, payer);
		data.put("payment_source_id", (method != null) ? method.id() : null);
		List<Resource> items = tx.table(BillingShapes.ITEM).by("payer_id", payer.id());
		data.set("items", Json.array(items.stream().map((item) -> item(tx, item).putNull("subscription_id")).toList()));
		tx.publish("subscription." + what, data);
	}

	static void item(Transaction tx, String what, Resource item) {
		ObjectNode data = item(tx, item);
		data.set("payer", Payers.showEvent(tx, Payers.get(tx, item)));
		Resource subscription = tx.table(BillingShapes.SUBSCRIPTION).first("payer_id", item.required("payer_id"));
		data.put("subscription_id", (subscription != null) ? subscription.id() : null);
		tx.publish("subscriptionItem." + what, data);
	}

	static void paymentAttempt(Transaction tx, String what, Resource attempt) {
		ObjectNode data = Json.object().put("id", attempt.id());
		copy(data, attempt, "instance_id", "payment_id", "statement_id", "gateway_external_id", "status");
		data.put("invoice_id", attempt.required("payment_id").replaceFirst("^cpa", "cinv"));
		data.put("created_at", attempt.createdAt()).put("updated_at", attempt.updatedAt());
		copy(data, attempt, "paid_at", "failed_at");
		boolean failed = "failed".equals(attempt.text("status"));
		data.set("failed_reason", Json
			.of((failed) ? Json.object().put("code", "card_declined").put("decline_code", "generic_decline") : null));
		data.put("billing_date", attempt.createdAt());
		copy(data, attempt, "charge_type");
		data.set("payee",
				Json.object()
					.put("id", BillingView.PAYEE)
					.put("gateway_type", "stripe")
					.put("gateway_external_id", "acct_emulator")
					.put("gateway_status", "active"));
		data.set("payer", Payers.showEvent(tx, Payers.get(tx, attempt)));
		data.set("totals", totals(Charges.total(attempt)));
		data.set("payment_source", source(tx, attempt));
		data.set("subscription_items", Json.array(List.of(chargedItem(tx, attempt))));
		tx.publish("paymentAttempt." + what, data);
	}

	private static ObjectNode item(Transaction tx, Resource item) {
		ObjectNode data = Json.object().put("object", "commerce_subscription_item").put("id", item.id());
		data.put("status", item.text("status")).put("is_free_trial", item.flag("is_free_trial"));
		data.put("created_at", item.createdAt()).put("updated_at", item.updatedAt());
		copy(data, item, "period_start", "period_end");
		data.put("interval", item.text("plan_period"));
		copy(data, item, "plan_id");
		return data.set("plan", plan(tx, item));
	}

	private static ObjectNode plan(Transaction tx, Resource item) {
		Resource plan = Plans.of(tx, item);
		return Json.object()
			.put("id", plan.id())
			.put("slug", plan.text("slug"))
			.put("name", plan.text("name"))
			.put("is_recurring", plan.flag("is_recurring"))
			.put("amount", Plans.fee(Plans.price(tx, item), item.required("plan_period")))
			.put("currency", Money.CURRENCY);
	}

	private static ObjectNode chargedItem(Transaction tx, Resource attempt) {
		Resource item = tx.find(BillingShapes.ITEM, attempt.required("subscription_item_id"));
		ObjectNode data = item(tx, item);
		data.remove(List.of("is_free_trial"));
		if (data.get("period_end").isNull()) {
			data.put("period_end", BillingCalendar.after(Money.of(item, "period_start"), item.required("plan_period")));
		}
		ObjectNode credit = Json.object().put("cycle_days_remaining", 0).put("cycle_days_total", 0);
		data.set("credit", credit.put("cycle_remaining_percent", 0.0).set("amount", Money.show(0)));
		ObjectNode credits = Json.object().putNull("proration");
		credits.set("payer", BillingView.payerCredit(attempt));
		return data.set("credits", credits.set("total", Money.show(Money.of(attempt, "credit"))));
	}

	private static ObjectNode totals(long total) {
		ObjectNode totals = Json.object();
		totals.set("subtotal", Money.show(total));
		totals.set("tax_total", Money.show(0));
		return totals.set("grand_total", Money.show(total));
	}

	private static ObjectNode source(Transaction tx, Resource attempt) {
		String id = attempt.text("payment_method_id");
		Resource method = (id != null) ? tx.table(BillingShapes.PAYMENT_METHOD).find(id) : null;
		ObjectNode data = Json.object().put("id", (method != null) ? method.id() : "");
		data.put("gateway", "stripe").put("gateway_external_id", (method != null) ? method.id() : "");
		data.putNull("gateway_external_account_id").put("payment_method", "card").put("status", "active");
		data.put("card_type", (method != null) ? method.text("card_type") : null);
		return data.put("last4", (method != null) ? method.text("last4") : null);
	}

	private static void copy(ObjectNode data, Resource resource, String... names) {
		for (String name : names) {
			data.set(name, Json.of(resource.get(name)));
		}
	}

}
