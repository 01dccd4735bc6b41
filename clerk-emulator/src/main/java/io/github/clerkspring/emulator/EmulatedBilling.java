package io.github.clerkspring.emulator;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.Billing;

/**
 * Billing of the emulated instance: resources that are created in Clerk's dashboard and
 * by checkouts. Amounts are in cents.
 */
public final class EmulatedBilling {

	private final EmulatorEngine engine;

	EmulatedBilling(EmulatorEngine engine) {
		this.engine = engine;
	}

	/**
	 * Creates a plan, or adds features to an existing plan. The first plan for users or
	 * for organizations subscribes all of them to the free default plan, which session
	 * tokens then contain.
	 * @param slug the slug of the plan
	 * @param description customizes the plan
	 * @return the id of the plan
	 */
	public String plan(String slug, Consumer<PlanSeed> description) {
		PlanSeed seed = new PlanSeed(slug);
		description.accept(seed);
		return this.engine.transaction((tx) -> Billing.define(tx, seed.definition()));
	}

	/**
	 * Subscribes a user or an organization to a plan with monthly payment, as a checkout
	 * does. A plan with a price requires a {@link #card(String) card}; without a valid
	 * card the subscription item remains incomplete.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if the plan does not exist
	 */
	public String subscribe(String ownerId, String plan) {
		return this.engine.transaction((tx) -> Billing.subscribe(tx, ownerId, plan, false, false));
	}

	/**
	 * Subscribes a user or an organization to a plan with annual payment.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if the plan does not exist or has no annual price
	 */
	public String subscribeAnnually(String ownerId, String plan) {
		return this.engine.transaction((tx) -> Billing.subscribe(tx, ownerId, plan, true, false));
	}

	/**
	 * Starts the free trial of a plan.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if the plan does not exist or has no trial
	 */
	public String startTrial(String ownerId, String plan) {
		return this.engine.transaction((tx) -> Billing.subscribe(tx, ownerId, plan, false, true));
	}

	/**
	 * Sets a valid card of a user or an organization. An overdue payment is retried.
	 * @param ownerId the id of the user or organization
	 */
	public void card(String ownerId) {
		card(ownerId, false);
	}

	/**
	 * Sets a card of a user or an organization that declines all payments.
	 * @param ownerId the id of the user or organization
	 */
	public void decliningCard(String ownerId) {
		card(ownerId, true);
	}

	/**
	 * Creates a percentage discount for subscription items.
	 * @param name the display name
	 * @param percentOff the percentage, more than 0 and at most 100
	 * @param cycles the number of reduced charges, or null for all
	 * @return the id of the discount
	 */
	public String discount(String name, double percentOff, @Nullable Integer cycles) {
		return this.engine.transaction((tx) -> Billing.discount(tx, name, percentOff, null, cycles));
	}

	/**
	 * Creates a fixed-amount discount for subscription items.
	 * @param name the display name
	 * @param amountOff the reduction of each charge, in cents
	 * @param cycles the number of reduced charges, or null for all
	 * @return the id of the discount
	 */
	public String fixedDiscount(String name, long amountOff, @Nullable Integer cycles) {
		return this.engine.transaction((tx) -> Billing.discount(tx, name, null, amountOff, cycles));
	}

	private void card(String ownerId, boolean declines) {
		this.engine.run((tx) -> Billing.card(tx, ownerId, declines));
	}

}
