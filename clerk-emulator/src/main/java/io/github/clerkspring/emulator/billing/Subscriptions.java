package io.github.clerkspring.emulator.billing;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Handler;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Subscriptions of payers and their changes over time. Due changes are processed when
 * subscriptions are accessed.
 */
final class Subscriptions {

	private Subscriptions() {
	}

	/**
	 * The subscription of a user or an organization, which begins with the default plan.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @return the subscription
	 * @throws ApiException if billing is not on for such payers
	 */
	static Resource of(Transaction tx, String ownerId) {
		if (!Plans.isEnabled(tx, Payers.type(ownerId))) {
			throw ApiException.forbidden("billing_not_enabled",
					"The billing feature is not enabled for this instance.");
		}
		Resource payer = Payers.of(tx, ownerId);
		Resource present = SubscriptionStates.find(tx, payer);
		return (present != null) ? present
				: SubscriptionStates.begin(tx, payer, () -> startDefault(tx, payer, tx.now()));
	}

	/**
	 * Processes due changes before an operation.
	 * @param handler the handler of the operation
	 * @return a handler with both steps
	 */
	static Handler settled(Handler handler) {
		return (tx, call) -> {
			settle(tx);
			return handler.handle(tx, call);
		};
	}

	static void settle(Transaction tx) {
		long now = tx.now();
		for (BillingCalendar.Entry due = BillingCalendar.next(tx, now); due != null; due = BillingCalendar.next(tx,
				now)) {
			Resource item = SubscriptionItems.require(tx, due.itemId());
			if (due.kind() == BillingCalendar.Kind.NOTICE) {
				BillingEvents.item(tx, "freeTrialEnding", item);
			}
			else {
				finish(tx, item, due.instant());
			}
		}
	}

	/**
	 * Subscribes to a plan, as a checkout does: replaces the active item immediately.
	 * Without a valid card the item remains incomplete.
	 * @param tx the transaction
	 * @param ownerId the id of the user or organization
	 * @param price the price
	 * @param period {@code month} or {@code annual}
	 * @param trialDays the length of the free trial in days, 0 for none
	 * @return the new item
	 */
	static Resource subscribe(Transaction tx, String ownerId, Resource price, String period, int trialDays) {
		of(tx, ownerId);
		settle(tx);
		Resource payer = Payers.of(tx, ownerId);
		long now = tx.now();
		Resource item = SubscriptionItems.add(tx, payer, price, period);
		if (trialDays == 0 && !Charges.charge(tx, item, "checkout", now)) {
			SubscriptionItems.incomplete(tx, item);
			return item;
		}
		replace(tx, payer, now);
		if (trialDays > 0) {
			run(tx, item, now, now + trialDays * 86_400_000L, true);
		}
		else {
			run(tx, item, now, BillingCalendar.after(now, period), false);
		}
		SubscriptionStates.changed(tx, payer);
		return item;
	}

	static void cancel(Transaction tx, Resource item, boolean now) {
		Resource payer = Payers.get(tx, item);
		if (SubscriptionItems.UPCOMING.equals(item.text("status"))) {
			SubscriptionItems.abandon(tx, item);
			scheduleDefault(tx, payer, SubscriptionItems.running(tx, payer));
		}
		else if (now || SubscriptionItems.PAST_DUE.equals(item.text("status"))) {
			end(tx, item, tx.now());
			startDefault(tx, payer, tx.now());
		}
		else {
			SubscriptionItems.cancel(tx, item);
			scheduleDefault(tx, payer, item);
		}
		SubscriptionStates.changed(tx, payer);
	}

	static void extendTrial(Transaction tx, Resource item, long end) {
		SubscriptionItems.update(tx, item, (draft) -> draft.set("period_end", end));
		BillingCalendar.end(tx, item.id(), end);
		BillingCalendar.notice(tx, item.id(), end);
		SubscriptionStates.changed(tx, Payers.get(tx, item));
	}

	/**
	 * Schedules another price after the active item.
	 * @param tx the transaction
	 * @param running the active item
	 * @param price the next price
	 * @param period {@code month} or {@code annual}
	 * @return the upcoming item
	 */
	static Resource startLater(Transaction tx, Resource running, Resource price, String period) {
		Resource payer = Payers.get(tx, running);
		boolean free = Plans.of(tx, price).flag("is_default");
		abandonUpcoming(tx, payer, free);
		if (SubscriptionItems.ACTIVE.equals(running.text("status"))) {
			SubscriptionItems.cancel(tx, running);
		}
		Resource next = (free) ? SubscriptionItems.ofDefaultPlan(tx, payer)
				: SubscriptionItems.add(tx, payer, price, period);
		SubscriptionItems.schedule(tx, next, running.number("period_end"));
		SubscriptionStates.changed(tx, payer);
		return next;
	}

	/**
	 * Tries again to charge a payer whose payment is late, as when a card was changed.
	 * @param tx the transaction
	 * @param payer the payer
	 */
	static void retry(Transaction tx, Resource payer) {
		Resource item = SubscriptionItems.running(tx, payer);
		if (item != null && SubscriptionItems.PAST_DUE.equals(item.text("status"))) {
			long now = tx.now();
			if (Charges.charge(tx, item, "recurring", now)) {
				run(tx, item, now, BillingCalendar.after(now, item.required("plan_period")), false);
			}
		}
	}

	private static void finish(Transaction tx, Resource item, long instant) {
		Resource payer = Payers.get(tx, item);
		if (SubscriptionItems.CANCELED.equals(item.text("status"))) {
			end(tx, item, instant);
			startUpcoming(tx, payer, instant);
			SubscriptionStates.changed(tx, payer);
		}
		else if (Charges.charge(tx, item, "recurring", instant)) {
			long end = BillingCalendar.after(instant, item.required("plan_period"));
			SubscriptionItems.update(tx, item,
					(draft) -> draft.set("period_start", instant).set("period_end", end).set("is_free_trial", false));
			BillingCalendar.end(tx, item.id(), end);
			SubscriptionStates.changed(tx, payer);
		}
		else {
			SubscriptionItems.pastDue(tx, item, instant);
			SubscriptionStates.pastDue(tx, payer, instant);
		}
	}

	private static void startUpcoming(Transaction tx, Resource payer, long instant) {
		Resource upcoming = SubscriptionItems.upcoming(tx, payer);
		if (upcoming == null || SubscriptionItems.isDefault(tx, upcoming)) {
			startDefault(tx, payer, instant);
		}
		else if (Charges.charge(tx, upcoming, "recurring", instant)) {
			run(tx, upcoming, instant, BillingCalendar.after(instant, upcoming.required("plan_period")), false);
		}
		else {
			SubscriptionItems.pastDue(tx, upcoming, instant);
			SubscriptionStates.pastDue(tx, payer, instant);
		}
	}

	private static void startDefault(Transaction tx, Resource payer, long instant) {
		abandonUpcoming(tx, payer, true);
		SubscriptionItems.activate(tx, SubscriptionItems.ofDefaultPlan(tx, payer), instant, null, false);
		SubscriptionStates.active(tx, payer);
	}

	private static void scheduleDefault(Transaction tx, Resource payer, @Nullable Resource running) {
		if (running != null && SubscriptionItems.upcoming(tx, payer) == null
				&& !SubscriptionItems.isDefault(tx, running)) {
			SubscriptionItems.schedule(tx, SubscriptionItems.ofDefaultPlan(tx, payer), running.number("period_end"));
		}
	}

	private static void run(Transaction tx, Resource item, long start, long end, boolean trial) {
		SubscriptionItems.activate(tx, item, start, end, trial);
		SubscriptionStates.active(tx, Payers.get(tx, item));
		BillingCalendar.end(tx, item.id(), end);
		if (trial) {
			BillingCalendar.notice(tx, item.id(), end);
			settle(tx);
		}
	}

	private static void replace(Transaction tx, Resource payer, long instant) {
		abandonUpcoming(tx, payer, false);
		Resource running = SubscriptionItems.running(tx, payer);
		if (running != null) {
			end(tx, running, instant);
		}
	}

	private static void end(Transaction tx, Resource item, long instant) {
		BillingCalendar.forget(tx, item.id());
		SubscriptionItems.end(tx, item, instant);
	}

	private static void abandonUpcoming(Transaction tx, Resource payer, boolean unlessDefault) {
		Resource upcoming = SubscriptionItems.upcoming(tx, payer);
		if (upcoming != null && !(unlessDefault && SubscriptionItems.isDefault(tx, upcoming))) {
			SubscriptionItems.abandon(tx, upcoming);
		}
	}

}
