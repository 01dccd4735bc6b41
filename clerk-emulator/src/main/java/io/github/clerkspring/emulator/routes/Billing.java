package io.github.clerkspring.emulator.routes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;

/**
 * Billing as a whole: what Clerk's Backend API cannot make but its dashboard and its
 * Frontend API can, for seeding.
 */
public final class Billing {

	private final Emulation emulation;

	private final Payers payers;

	private final Plans plans;

	private final Credits credits;

	private final Discounts discounts;

	private final SubscriptionItems items;

	private final Subscriptions subscriptions;

	private final BillingView view;

	Billing(Emulation emulation, UserView users) {
		this.emulation = emulation;
		this.payers = new Payers(emulation, users);
		this.plans = new Plans(emulation);
		this.credits = new Credits(emulation, this.payers);
		this.discounts = new Discounts(emulation, this.plans);
		BillingEvents events = new BillingEvents(emulation, this.payers, this.plans);
		Charges charges = new Charges(emulation, this.payers, this.plans, this.credits, this.discounts, events);
		this.items = new SubscriptionItems(emulation, this.plans, events);
		this.subscriptions = new Subscriptions(emulation, this.payers, this.plans, charges, this.items,
				new SubscriptionStates(emulation, events), events);
		this.view = new BillingView(emulation, this.payers, this.plans, this.discounts);
		emulation.events().react((type, data) -> begin(type, data.path("id").asString("")));
	}

	/**
	 * Makes a plan, or adds features to the one that is there. The first plan for users
	 * or for organizations switches billing on for them: all get the free default plan.
	 * @param definition describes the plan
	 * @return the id of the plan
	 */
	public String define(PlanDefinition definition) {
		String type = definition.payerType();
		if (!this.plans.isEnabled(type)) {
			this.plans.enable(type);
			List.copyOf(this.emulation.table(Payers.shape(type)).all())
				.forEach((owner) -> this.subscriptions.of(owner.id()));
		}
		return this.plans.define(definition).id();
	}

	/**
	 * Subscribes a user or an organization to a plan, as a checkout does.
	 * @param ownerId the id of the user or organization
	 * @param slug the slug of the plan
	 * @param annual whether a year is paid at once
	 * @param trial whether it begins with the plan's free trial
	 * @return the id of the subscription item
	 * @throws IllegalArgumentException if there is no such plan, or it has no such period
	 * or trial
	 */
	public String subscribe(String ownerId, String slug, boolean annual, boolean trial) {
		Resource plan = this.plans.find(Payers.type(ownerId), slug);
		if (plan == null) {
			throw new IllegalArgumentException("No plan '" + slug + "' for " + ownerId + "; define it first");
		}
		Resource price = this.plans.defaultPrice(plan);
		if (annual && price.required("supported_billing_periods").equals("month")) {
			throw new IllegalArgumentException("Plan '" + slug + "' has no annual price");
		}
		Long days = plan.number("free_trial_days");
		if (trial && days == null) {
			throw new IllegalArgumentException("Plan '" + slug + "' has no free trial");
		}
		return this.subscriptions
			.subscribe(ownerId, price, (annual) ? "annual" : "month", (trial && days != null) ? days.intValue() : 0)
			.id();
	}

	/**
	 * Gives a user or an organization a card in place of the one before. A payment that
	 * is late is tried again.
	 * @param ownerId the id of the user or organization
	 * @param declines whether the bank declines all payments
	 */
	public void card(String ownerId, boolean declines) {
		Resource payer = this.payers.get(this.subscriptions.of(ownerId));
		Resource before = this.payers.paymentMethod(payer);
		if (before != null) {
			this.emulation.table(BillingShapes.PAYMENT_METHOD)
				.update(before, (draft) -> draft.set("declines", declines));
		}
		else {
			this.emulation.create(BillingShapes.PAYMENT_METHOD,
					(draft) -> draft.set("payer_id", payer.id())
						.set("declines", declines)
						.set("gateway_external_id", "pm_" + this.emulation.ids().token(24)));
		}
		this.subscriptions.settle();
		this.subscriptions.retry(payer);
	}

	/**
	 * Does what is due: periods and trials end, payments are made. Operations do it
	 * themselves.
	 */
	public void settle() {
		this.subscriptions.settle();
	}

	/**
	 * Makes a discount that can be applied to subscription items.
	 * @param name what people call it
	 * @param percentOff the percentage, or null for a fixed amount
	 * @param amountOff the fixed amount in cents, or null for a percentage
	 * @param cycles how many charges it reduces, or null for all
	 * @return the id of the discount
	 */
	public String discount(String name, @Nullable Double percentOff, @Nullable Long amountOff,
			@Nullable Integer cycles) {
		return this.discounts.define(name, percentOff, amountOff, cycles).id();
	}

	/**
	 * Puts a user or an organization on a plan, which is made if it is not there.
	 * @param ownerId the id of the user or organization
	 * @param slug the slug of the plan
	 * @param features the slugs of features that the plan has
	 */
	void place(String ownerId, String slug, List<String> features) {
		boolean organizations = Payers.type(ownerId).equals(Payers.ORGANIZATION);
		Resource plan = this.plans
			.require(define(new PlanDefinition(slug, slug, organizations, 0, null, null, features)));
		if (plan != plan(ownerId)) {
			this.subscriptions.subscribe(ownerId, this.plans.defaultPrice(plan), "month", 0);
		}
	}

	/**
	 * The plan that a user or an organization is on.
	 * @param ownerId the id of the user or organization
	 * @return the plan, or null if there is none
	 */
	@Nullable Resource plan(String ownerId) {
		this.subscriptions.settle();
		Resource payer = this.payers.find(ownerId);
		Resource item = (payer != null) ? this.items.running(payer) : null;
		return (item != null) ? this.plans.of(item) : null;
	}

	List<RouteFamily> families() {
		ItemParts parts = new ItemParts(this.emulation, this.plans, this.payers, this.items, this.subscriptions,
				this.discounts, this.view);
		return List.of(new PlanRoutes(this.emulation, this.plans), new SubscriptionItemRoutes(parts),
				new PriceTransitionRoutes(parts),
				new StatementRoutes(this.emulation, this.payers, this.subscriptions, this.view), new OwnerBillingRoutes(
						this.emulation, this.payers, this.subscriptions, this.items, this.credits, this.view));
	}

	private void begin(String type, String ownerId) {
		boolean created = type.equals("user.created") || type.equals("organization.created");
		if (created && this.plans.isEnabled(Payers.type(ownerId))) {
			this.subscriptions.of(ownerId);
		}
	}

}
