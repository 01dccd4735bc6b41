package io.github.clerkspring.emulator.routes;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * What payers are subscribed to, and how time changes it. Time passes when somebody
 * looks: then all is done that was due since.
 */
final class Subscriptions {

	private final Emulation emulation;

	private final Payers payers;

	private final Plans plans;

	private final Charges charges;

	private final SubscriptionItems items;

	private final SubscriptionStates states;

	private final BillingEvents events;

	private final BillingCalendar calendar;

	Subscriptions(Emulation emulation, Payers payers, Plans plans, Charges charges, SubscriptionItems items,
			SubscriptionStates states, BillingEvents events) {
		this.emulation = emulation;
		this.payers = payers;
		this.plans = plans;
		this.charges = charges;
		this.items = items;
		this.states = states;
		this.events = events;
		this.calendar = new BillingCalendar(emulation);
		items.table().onRemove((item) -> this.calendar.forget(item.id()));
	}

	/**
	 * The subscription of a user or an organization, which begins with the default plan.
	 * @param ownerId the id of the user or organization
	 * @return the subscription
	 * @throws ApiException if billing is not on for such payers
	 */
	Resource of(String ownerId) {
		if (!this.plans.isEnabled(Payers.type(ownerId))) {
			throw ApiException.forbidden("billing_not_enabled",
					"The billing feature is not enabled for this instance.");
		}
		Resource payer = this.payers.of(ownerId);
		Resource present = this.states.find(payer);
		return (present != null) ? present : this.states.begin(payer, () -> startDefault(payer, this.emulation.now()));
	}

	/**
	 * Does what is due before an operation.
	 * @param handler does the operation
	 * @return a handler that does both
	 */
	Handler settled(Handler handler) {
		return (call) -> {
			settle();
			return handler.handle(call);
		};
	}

	void settle() {
		long now = this.emulation.now();
		for (BillingCalendar.Entry due = this.calendar.next(now); due != null; due = this.calendar.next(now)) {
			Resource item = this.items.require(due.itemId());
			if (due.kind() == BillingCalendar.Kind.NOTICE) {
				this.events.item("freeTrialEnding", item);
			}
			else {
				finish(item, due.instant());
			}
		}
	}

	/**
	 * Subscribes to a plan, as a checkout does: in place of what runs, at once. Without a
	 * card that works the item is left incomplete.
	 * @param ownerId the id of the user or organization
	 * @param price the price
	 * @param period {@code month} or {@code annual}
	 * @param trialDays how many days are free, 0 for none
	 * @return the new item
	 */
	Resource subscribe(String ownerId, Resource price, String period, int trialDays) {
		of(ownerId);
		settle();
		Resource payer = this.payers.of(ownerId);
		long now = this.emulation.now();
		Resource item = this.items.add(payer, price, period);
		if (trialDays == 0 && !this.charges.charge(item, "checkout", now)) {
			this.items.incomplete(item);
			return item;
		}
		replace(payer, now);
		if (trialDays > 0) {
			run(item, now, now + trialDays * 86_400_000L, true);
		}
		else {
			run(item, now, BillingCalendar.after(now, period), false);
		}
		this.states.changed(payer);
		return item;
	}

	void cancel(Resource item, boolean now) {
		Resource payer = this.payers.get(item);
		if (SubscriptionItems.UPCOMING.equals(item.text("status"))) {
			this.items.abandon(item);
			scheduleDefault(payer, this.items.running(payer));
		}
		else if (now || SubscriptionItems.PAST_DUE.equals(item.text("status"))) {
			end(item, this.emulation.now());
			startDefault(payer, this.emulation.now());
		}
		else {
			this.items.cancel(item);
			scheduleDefault(payer, item);
		}
		this.states.changed(payer);
	}

	void extendTrial(Resource item, long end) {
		this.items.update(item, (draft) -> draft.set("period_end", end));
		this.calendar.end(item.id(), end);
		this.calendar.notice(item.id(), end);
		this.states.changed(this.payers.get(item));
	}

	/**
	 * Lets another price follow what runs.
	 * @param running the item that runs
	 * @param price the price to follow
	 * @param period {@code month} or {@code annual}
	 * @return the item that waits
	 */
	Resource startLater(Resource running, Resource price, String period) {
		Resource payer = this.payers.get(running);
		boolean free = this.plans.of(price).flag("is_default");
		abandonUpcoming(payer, free);
		if (SubscriptionItems.ACTIVE.equals(running.text("status"))) {
			this.items.cancel(running);
		}
		Resource next = (free) ? this.items.ofDefaultPlan(payer) : this.items.add(payer, price, period);
		this.items.schedule(next, running.number("period_end"));
		this.states.changed(payer);
		return next;
	}

	/**
	 * Tries again to charge a payer whose payment is late, as when a card was changed.
	 * @param payer the payer
	 */
	void retry(Resource payer) {
		Resource item = this.items.running(payer);
		if (item != null && SubscriptionItems.PAST_DUE.equals(item.text("status"))) {
			long now = this.emulation.now();
			if (this.charges.charge(item, "recurring", now)) {
				run(item, now, BillingCalendar.after(now, item.required("plan_period")), false);
			}
		}
	}

	private void finish(Resource item, long instant) {
		Resource payer = this.payers.get(item);
		if (SubscriptionItems.CANCELED.equals(item.text("status"))) {
			end(item, instant);
			startUpcoming(payer, instant);
			this.states.changed(payer);
		}
		else if (this.charges.charge(item, "recurring", instant)) {
			long end = BillingCalendar.after(instant, item.required("plan_period"));
			this.items.update(item,
					(draft) -> draft.set("period_start", instant).set("period_end", end).set("is_free_trial", false));
			this.calendar.end(item.id(), end);
			this.states.changed(payer);
		}
		else {
			this.items.pastDue(item, instant);
			this.states.pastDue(payer, instant);
		}
	}

	private void startUpcoming(Resource payer, long instant) {
		Resource upcoming = this.items.upcoming(payer);
		if (upcoming == null || this.items.isDefault(upcoming)) {
			startDefault(payer, instant);
		}
		else if (this.charges.charge(upcoming, "recurring", instant)) {
			run(upcoming, instant, BillingCalendar.after(instant, upcoming.required("plan_period")), false);
		}
		else {
			this.items.pastDue(upcoming, instant);
			this.states.pastDue(payer, instant);
		}
	}

	private void startDefault(Resource payer, long instant) {
		abandonUpcoming(payer, true);
		this.items.activate(this.items.ofDefaultPlan(payer), instant, null, false);
		this.states.active(payer);
	}

	private void scheduleDefault(Resource payer, @Nullable Resource running) {
		if (running != null && this.items.upcoming(payer) == null && !this.items.isDefault(running)) {
			this.items.schedule(this.items.ofDefaultPlan(payer), running.number("period_end"));
		}
	}

	private void run(Resource item, long start, long end, boolean trial) {
		this.items.activate(item, start, end, trial);
		this.states.active(this.payers.get(item));
		this.calendar.end(item.id(), end);
		if (trial) {
			this.calendar.notice(item.id(), end);
			settle();
		}
	}

	private void replace(Resource payer, long instant) {
		abandonUpcoming(payer, false);
		Resource running = this.items.running(payer);
		if (running != null) {
			end(running, instant);
		}
	}

	private void end(Resource item, long instant) {
		this.calendar.forget(item.id());
		this.items.end(item, instant);
	}

	private void abandonUpcoming(Resource payer, boolean unlessDefault) {
		Resource upcoming = this.items.upcoming(payer);
		if (upcoming != null && !(unlessDefault && this.items.isDefault(upcoming))) {
			this.items.abandon(upcoming);
		}
	}

}
