package io.github.clerkspring.emulator;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.Billing;

/**
 * The billing of the emulated instance: what is otherwise made in Clerk's dashboard and
 * at checkouts. Amounts are in cents.
 */
public final class EmulatedBilling {

	private final EmulatorEngine engine;

	EmulatedBilling(EmulatorEngine engine) {
		this.engine = engine;
	}

	/**
	 * Creates a plan, or adds features to the existing one. The first plan for users or
	 * for organizations gives all of them a subscription to the free default plan, which
	 * session tokens carry from then on.
	 * @param slug the slug of the plan
	 * @param description describes the plan
	 * @return the id of the plan
	 */
	public String plan(String slug, Consumer<PlanSeed> description) {
		PlanSeed seed = new PlanSeed(slug);
		description.accept(seed);
		return this.engine.transaction((tx) -> Billing.define(tx, seed.definition()));
	}

	/**
	 * Subscribes a user or an organization to a plan by the month, as a checkout does. A
	 * plan that costs something needs a {@link #card(String) card}; without one that
	 * works the subscription item is left incomplete.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if there is no such plan
	 */
	public String subscribe(String ownerId, String plan) {
		return this.engine.transaction((tx) -> Billing.subscribe(tx, ownerId, plan, false, false));
	}

	/**
	 * Subscribes a user or an organization to a plan by the year.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if there is no such plan, or none by the year
	 */
	public String subscribeAnnually(String ownerId, String plan) {
		return this.engine.transaction((tx) -> Billing.subscribe(tx, ownerId, plan, true, false));
	}

	/**
	 * Begins the free trial of a plan.
	 * @param ownerId the id of the user or organization
	 * @param plan the slug of the plan
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if there is no such plan, or it has no trial
	 */
	public String startTrial(String ownerId, String plan) {
		return this.engine.transaction((tx) -> Billing.subscribe(tx, ownerId, plan, false, true));
	}

	/**
	 * Gives a user or an organization a card that works. A payment that is late is tried
	 * again.
	 * @param ownerId the id of the user or organization
	 */
	public void card(String ownerId) {
		card(ownerId, false);
	}

	/**
	 * Gives a user or an organization a card whose bank declines all payments.
	 * @param ownerId the id of the user or organization
	 */
	public void decliningCard(String ownerId) {
		card(ownerId, true);
	}

	/**
	 * Creates a discount by percentage, which can then be applied to subscription items.
	 * @param name what people call it
	 * @param percentOff more than 0, at most 100
	 * @param cycles how many charges it reduces, or null for all
	 * @return the id of the discount
	 */
	public String discount(String name, double percentOff, @Nullable Integer cycles) {
		return this.engine.transaction((tx) -> Billing.discount(tx, name, percentOff, null, cycles));
	}

	/**
	 * Creates a discount by a fixed amount, which can then be applied to subscription
	 * items.
	 * @param name what people call it
	 * @param amountOff what each charge is reduced by
	 * @param cycles how many charges it reduces, or null for all
	 * @return the id of the discount
	 */
	public String fixedDiscount(String name, long amountOff, @Nullable Integer cycles) {
		return this.engine.transaction((tx) -> Billing.discount(tx, name, null, amountOff, cycles));
	}

	private void card(String ownerId, boolean declines) {
		this.engine.run((tx) -> Billing.card(tx, ownerId, declines));
	}

}
