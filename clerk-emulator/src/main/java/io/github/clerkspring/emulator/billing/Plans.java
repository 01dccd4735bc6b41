package io.github.clerkspring.emulator.billing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Plans, their features and prices. Billing is enabled for a kind of payers by its first
 * plan, which also creates the free default plan.
 */
public final class Plans {

	private Plans() {
	}

	static boolean isEnabled(Transaction tx, String payerType) {
		return table(tx).first("for_payer_type", payerType) != null;
	}

	/**
	 * Creates a plan, or adds features to the existing one.
	 * @param tx the transaction
	 * @param definition describes the plan
	 * @return the plan
	 */
	static Resource define(Transaction tx, PlanDefinition definition) {
		Resource present = find(tx, definition.payerType(), definition.slug());
		if (present == null) {
			return add(tx, definition, false);
		}
		Set<String> features = new LinkedHashSet<>(present.texts("features"));
		features.addAll(definition.features());
		features.forEach((each) -> feature(tx, each));
		return tx.update(present, (draft) -> draft.set("features", List.copyOf(features)));
	}

	/**
	 * Switches billing on by the default plan.
	 * @param tx the transaction
	 * @param payerType the kind of payers
	 */
	static void enable(Transaction tx, String payerType) {
		boolean organizations = payerType.equals(Payers.ORGANIZATION);
		String slug = (organizations) ? "free_org" : "free_user";
		add(tx, new PlanDefinition(slug, "Free", organizations, 0, null, null, List.of()), true);
	}

	static @Nullable Resource find(Transaction tx, String payerType, String slug) {
		return table(tx).by("slug", slug)
			.stream()
			.filter((plan) -> payerType.equals(plan.text("for_payer_type")))
			.findFirst()
			.orElse(null);
	}

	static Resource require(Transaction tx, String id) {
		Resource plan = table(tx).find(id);
		if (plan == null) {
			throw BillingErrors.notFound("plan_not_found", "Plan not found");
		}
		return plan;
	}

	static Resource defaultPlan(Transaction tx, String payerType) {
		return table(tx).by("for_payer_type", payerType)
			.stream()
			.filter((plan) -> plan.flag("is_default"))
			.findFirst()
			.orElseThrow();
	}

	static Resource of(Transaction tx, Resource part) {
		return tx.find(BillingShapes.PLAN, part.required("plan_id"));
	}

	/**
	 * The price that a plan has unless a payer gets another one.
	 * @param tx the transaction
	 * @param plan the plan
	 * @return the price
	 */
	static Resource defaultPrice(Transaction tx, Resource plan) {
		return prices(tx).by("plan_id", plan.id())
			.stream()
			.filter((price) -> price.flag("is_default"))
			.findFirst()
			.orElseThrow();
	}

	static Resource price(Transaction tx, Resource item) {
		return tx.find(BillingShapes.PRICE, item.required("price_id"));
	}

	/**
	 * Returns the price of a period.
	 * @param price the price
	 * @param period {@code month} or {@code annual}
	 * @return the amount in cents
	 */
	static long fee(Resource price, String period) {
		return (period.equals("annual")) ? 12 * Money.of(price, "annual_monthly_amount") : Money.of(price, "amount");
	}

	static ObjectNode show(Transaction tx, Resource plan) {
		ObjectNode node = plan.toJson();
		Resource price = defaultPrice(tx, plan);
		node.set("fee", Money.show(Money.of(price, "amount")));
		boolean annual = !"month".equals(price.text("supported_billing_periods"));
		long monthly = Money.of(price, "annual_monthly_amount");
		node.set("annual_monthly_fee", Json.of((annual) ? Money.show(monthly) : null));
		node.set("annual_fee", Json.of((annual) ? Money.show(12 * monthly) : null));
		return node.set("features", Json
			.array(plan.texts("features").stream().map((each) -> feature(tx, each)).map(Resource::toJson).toList()));
	}

	/**
	 * Shows a plan as before version 2025-11-10, which some operations still do.
	 * @param tx the transaction
	 * @param plan the plan
	 * @return the response's part
	 */
	static ObjectNode showClassic(Transaction tx, Resource plan) {
		ObjectNode node = show(tx, plan);
		Resource price = defaultPrice(tx, plan);
		put(node, "amount", Money.of(price, "amount"));
		put(node, "annual_monthly_amount", Money.of(price, "annual_monthly_amount"));
		put(node, "annual_amount", 12 * Money.of(price, "annual_monthly_amount"));
		node.put("currency", Money.CURRENCY).put("currency_symbol", Money.SYMBOL);
		node.set("payer_type", Json.array(List.of(plan.required("for_payer_type"))));
		node.put("period", "month").put("interval", 1);
		texts(node, "description", "avatar_url");
		node.get("features").forEach((feature) -> texts((ObjectNode) feature, "description", "avatar_url"));
		return node;
	}

	static ObjectNode showPrice(Resource price) {
		ObjectNode node = price.toJson();
		node.set("fee", Money.show(Money.of(price, "amount")));
		node.set("annual_monthly_fee", Money.show(Money.of(price, "annual_monthly_amount")));
		return node.put("created_at", price.createdAt());
	}

	private static Resource add(Transaction tx, PlanDefinition definition, boolean isDefault) {
		definition.features().forEach((each) -> feature(tx, each));
		Resource plan = tx.create(BillingShapes.PLAN, (draft) -> {
			draft.set("name", definition.name()).set("slug", definition.slug());
			draft.set("product_id", tx.ids().next("cprd")).set("is_default", isDefault);
			draft.set("is_recurring", !isDefault).set("has_base_fee", definition.monthly() > 0);
			draft.set("for_payer_type", definition.payerType()).set("features", definition.features());
			draft.set("free_trial_enabled", definition.trialDays() != null);
			draft.set("free_trial_days", definition.trialDays());
		});
		Long annual = definition.annualMonthly();
		tx.create(BillingShapes.PRICE, (draft) -> {
			draft.set("plan_id", plan.id()).set("instance_id", Settings.of(tx).instanceId());
			draft.set("amount", definition.monthly()).set("annual_monthly_amount", annual);
			draft.set("is_default", true).set("supported_billing_periods", (annual != null) ? "both" : "month");
		});
		return plan;
	}

	private static Resource feature(Transaction tx, String slug) {
		Table features = tx.table(BillingShapes.FEATURE);
		Resource present = features.first("slug", slug);
		return (present != null) ? present
				: tx.create(BillingShapes.FEATURE, (draft) -> draft.set("slug", slug).set("name", slug));
	}

	private static void put(ObjectNode node, String name, long amount) {
		node.put(name, amount).put(name + "_formatted", Money.format(amount));
	}

	private static void texts(ObjectNode node, String... names) {
		for (String name : names) {
			if (node.path(name).isNull()) {
				node.put(name, "");
			}
		}
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.PLAN);
	}

	private static Table prices(Transaction tx) {
		return tx.table(BillingShapes.PRICE);
	}

}
