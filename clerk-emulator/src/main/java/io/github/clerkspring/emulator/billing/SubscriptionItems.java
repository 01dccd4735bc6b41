package io.github.clerkspring.emulator.billing;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The states of subscription items. A payer has one active item and at most one upcoming
 * item; the item of the default plan is reused.
 */
final class SubscriptionItems {

	static final String ACTIVE = "active";

	static final String CANCELED = "canceled";

	static final String PAST_DUE = "past_due";

	static final String UPCOMING = "upcoming";

	static final String ENDED = "ended";

	static final String ABANDONED = "abandoned";

	static final String INCOMPLETE = "incomplete";

	private static final Set<String> RUNNING = Set.of(ACTIVE, CANCELED, PAST_DUE);

	private SubscriptionItems() {
	}

	static Resource require(Transaction tx, String id) {
		Resource item = table(tx).find(id);
		if (item == null) {
			throw BillingErrors.notFound("subscription_item_not_found", "Subscription item not found");
		}
		return item;
	}

	static @Nullable Resource running(Transaction tx, Resource payer) {
		return first(tx, payer, (item) -> RUNNING.contains(item.required("status")));
	}

	static @Nullable Resource upcoming(Transaction tx, Resource payer) {
		return first(tx, payer, (item) -> UPCOMING.equals(item.text("status")));
	}

	/**
	 * Whether a payer has had any other item than that of the default plan.
	 * @param tx the transaction
	 * @param payer the payer
	 * @return true if so
	 */
	static boolean hasSubscribed(Transaction tx, Resource payer) {
		return first(tx, payer, (item) -> !isDefault(tx, item)) != null;
	}

	static boolean isDefault(Transaction tx, Resource item) {
		return Plans.of(tx, item).flag("is_default");
	}

	static boolean isFree(Transaction tx, Resource item) {
		return isDefault(tx, item) || Plans.fee(Plans.price(tx, item), item.required("plan_period")) == 0;
	}

	/**
	 * Creates an item without an event.
	 * @param tx the transaction
	 * @param payer the payer
	 * @param price the price
	 * @param period {@code month} or {@code annual}
	 * @return the item, incomplete
	 */
	static Resource add(Transaction tx, Resource payer, Resource price, String period) {
		return tx.create(BillingShapes.ITEM,
				(draft) -> draft.set("instance_id", Settings.of(tx).instanceId())
					.set("payer_id", payer.id())
					.set("plan_id", price.text("plan_id"))
					.set("price_id", price.id())
					.set("plan_period", period)
					.set("status", INCOMPLETE)
					.set("period_start", tx.now()));
	}

	/**
	 * The item of the default plan.
	 * @param tx the transaction
	 * @param payer the payer
	 * @return the item, created on first use
	 */
	static Resource ofDefaultPlan(Transaction tx, Resource payer) {
		Resource present = first(tx, payer, (each) -> isDefault(tx, each));
		return (present != null) ? present
				: add(tx, payer, Plans.defaultPrice(tx, Plans.defaultPlan(tx, Payers.type(payer))), "month");
	}

	static void activate(Transaction tx, Resource item, long start, @Nullable Long end, boolean trial) {
		move(tx, item, ACTIVE,
				(draft) -> draft.set("period_start", start)
					.set("period_end", end)
					.set("is_free_trial", trial)
					.set("canceled_at", null)
					.set("past_due_at", null)
					.set("ended_at", null));
	}

	static void schedule(Transaction tx, Resource item, @Nullable Long start) {
		move(tx, item, UPCOMING,
				(draft) -> draft.set("period_start", start).set("period_end", null).set("ended_at", null));
	}

	static void cancel(Transaction tx, Resource item) {
		move(tx, item, CANCELED, (draft) -> draft.set("canceled_at", tx.now()));
	}

	static void end(Transaction tx, Resource item, long instant) {
		move(tx, item, ENDED, (draft) -> draft.set("ended_at", instant));
	}

	static void abandon(Transaction tx, Resource item) {
		move(tx, item, ABANDONED, (draft) -> draft.set("canceled_at", tx.now()));
	}

	static void pastDue(Transaction tx, Resource item, long instant) {
		move(tx, item, PAST_DUE, (draft) -> draft.set("past_due_at", instant).set("is_free_trial", false));
	}

	static void incomplete(Transaction tx, Resource item) {
		move(tx, item, INCOMPLETE, (draft) -> {
		});
	}

	/**
	 * Changes an item without a change of its state.
	 * @param tx the transaction
	 * @param item the item
	 * @param changes the changes
	 */
	static void update(Transaction tx, Resource item, Consumer<Draft> changes) {
		tx.update(item, changes);
		BillingEvents.item(tx, "updated", item);
	}

	static Table table(Transaction tx) {
		return tx.table(BillingShapes.ITEM);
	}

	private static void move(Transaction tx, Resource item, String status, Consumer<Draft> changes) {
		tx.update(item, (draft) -> {
			draft.set("status", status);
			changes.accept(draft);
		});
		BillingEvents.item(tx, (status.equals(PAST_DUE)) ? "pastDue" : status, item);
	}

	private static @Nullable Resource first(Transaction tx, Resource payer, Predicate<Resource> condition) {
		List<Resource> items = table(tx).by("payer_id", payer.id());
		return items.stream().filter(condition).findFirst().orElse(null);
	}

}
