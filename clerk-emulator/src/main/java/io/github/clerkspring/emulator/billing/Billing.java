package io.github.clerkspring.emulator.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Billing resources that are created by Clerk's dashboard and Frontend API, not by its
 * Backend API, for seeds.
 */
public final class Billing {

	private Billing() {
	}

	static void relate(Relations relations) {
		Payers.relate(relations);
		Discounts.relate(relations);
		relations.onRemove(BillingShapes.ITEM, (tx, item) -> BillingCalendar.forget(tx, item.id()));
		relations.onEvent((tx, type, data) -> begin(tx, type, data.path("id").asString("")));
	}

	/**
	 * Creates a plan, or adds features to the existing one. The first plan for users or
	 * for organizations switches billing on for them: all get the free default plan.
	 * @param tx the transaction
	 * @param definition describes the plan
	 * @return the id of the plan
	 */
	public static String define(Transaction tx, PlanDefinition definition) {
		String type = definition.payerType();
		if (!Plans.isEnabled(tx, type)) {
			Plans.enable(tx, type);
			List.copyOf(tx.table(Payers.shape(type)).all()).forEach((owner) -> Subscriptions.of(tx, owner.id()));
		}
		return Plans.define(tx, definition).id();
	}

	/**
	 * Subscribes a user or an organization to a plan, as a checkout does.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @param slug the slug of the plan
	 * @param annual whether the payment is annual
	 * @param trial whether to start with the free trial of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if the plan does not exist, or it has no such
	 * period or trial
	 */
	public static String subscribe(Transaction tx, String ownerId, String slug, boolean annual, boolean trial) {
		Resource plan = Plans.find(tx, Payers.type(ownerId), slug);
		if (plan == null) {
			throw new IllegalArgumentException("No plan '" + slug + "' for " + ownerId + "; define it first");
		}
		Resource price = Plans.defaultPrice(tx, plan);
		if (annual && price.required("supported_billing_periods").equals("month")) {
			throw new IllegalArgumentException("Plan '" + slug + "' has no annual price");
		}
		Long days = plan.number("free_trial_days");
		if (trial && days == null) {
			throw new IllegalArgumentException("Plan '" + slug + "' has no free trial");
		}
		return Subscriptions
			.subscribe(tx, ownerId, price, (annual) ? "annual" : "month", (trial && days != null) ? days.intValue() : 0)
			.id();
	}

	/**
	 * Replaces the card of a user or an organization. An overdue payment is retried.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @param declines whether the bank declines all payments
	 */
	public static void card(Transaction tx, String ownerId, boolean declines) {
		Resource payer = Payers.get(tx, Subscriptions.of(tx, ownerId));
		Resource before = Payers.paymentMethod(tx, payer);
		if (before != null) {
			tx.update(before, (draft) -> draft.set("declines", declines));
		}
		else {
			tx.create(BillingShapes.PAYMENT_METHOD,
					(draft) -> draft.set("payer_id", payer.id())
						.set("declines", declines)
						.set("gateway_external_id", "pm_" + tx.ids().token(24)));
		}
		Subscriptions.settle(tx);
		Subscriptions.retry(tx, payer);
	}

	/**
	 * Processes due changes: the end of periods and trials, and payments. Operations
	 * include this.
	 * @param tx the transaction
	 */
	public static void settle(Transaction tx) {
		Subscriptions.settle(tx);
	}

	/**
	 * Creates a discount that can be applied to subscription items.
	 * @param tx the transaction
	 * @param name the display name
	 * @param percentOff the percentage, or null for a fixed amount
	 * @param amountOff the fixed amount in cents, or null for a percentage
	 * @param cycles the number of reduced charges, or null for all
	 * @return the id of the discount
	 */
	public static String discount(Transaction tx, String name, @Nullable Double percentOff, @Nullable Long amountOff,
			@Nullable Integer cycles) {
		return Discounts.define(tx, name, percentOff, amountOff, cycles).id();
	}

	/**
	 * Puts a user or an organization on a plan, which is created if it does not exist.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @param slug the slug of the plan
	 * @param features the slugs of features that the plan has
	 */
	public static void place(Transaction tx, String ownerId, String slug, List<String> features) {
		boolean organizations = Payers.type(ownerId).equals(Payers.ORGANIZATION);
		Resource plan = Plans.require(tx,
				define(tx, new PlanDefinition(slug, slug, organizations, 0, null, null, features)));
		if (plan != plan(tx, ownerId)) {
			Subscriptions.subscribe(tx, ownerId, Plans.defaultPrice(tx, plan), "month", 0);
		}
	}

	/**
	 * Returns the plan of a user or an organization.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @return the plan, or null if there is none
	 */
	public static @Nullable Resource plan(Transaction tx, String ownerId) {
		Subscriptions.settle(tx);
		Resource payer = Payers.find(tx, ownerId);
		Resource item = (payer != null) ? SubscriptionItems.running(tx, payer) : null;
		return (item != null) ? Plans.of(tx, item) : null;
	}

	private static void begin(Transaction tx, String type, String ownerId) {
		boolean created = type.equals("user.created") || type.equals("organization.created");
		if (created && Plans.isEnabled(tx, Payers.type(ownerId))) {
			Subscriptions.of(tx, ownerId);
		}
	}

}
