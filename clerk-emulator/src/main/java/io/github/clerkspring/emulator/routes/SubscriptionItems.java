package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The states of subscription items. A payer has one item that runs and at most one that
 * waits for its end; the item of the default plan is always the same one.
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

	private final Emulation emulation;

	private final Plans plans;

	private final BillingEvents events;

	SubscriptionItems(Emulation emulation, Plans plans, BillingEvents events) {
		this.emulation = emulation;
		this.plans = plans;
		this.events = events;
	}

	Resource require(String id) {
		Resource item = table().find(id);
		if (item == null) {
			throw BillingErrors.notFound("subscription_item_not_found", "Subscription item not found");
		}
		return item;
	}

	@Nullable Resource running(Resource payer) {
		return first(payer, (item) -> RUNNING.contains(item.required("status")));
	}

	@Nullable Resource upcoming(Resource payer) {
		return first(payer, (item) -> UPCOMING.equals(item.text("status")));
	}

	/**
	 * Whether a payer has had any other item than that of the default plan.
	 * @param payer the payer
	 * @return true if so
	 */
	boolean hasSubscribed(Resource payer) {
		return first(payer, (item) -> !isDefault(item)) != null;
	}

	boolean isDefault(Resource item) {
		return this.plans.of(item).flag("is_default");
	}

	boolean isFree(Resource item) {
		return isDefault(item) || Plans.fee(this.plans.price(item), item.required("plan_period")) == 0;
	}

	/**
	 * Makes an item without a state that anybody is told of.
	 * @param payer the payer
	 * @param price the price
	 * @param period {@code month} or {@code annual}
	 * @return the item, incomplete
	 */
	Resource add(Resource payer, Resource price, String period) {
		return this.emulation.create(BillingShapes.ITEM,
				(draft) -> draft.set("instance_id", this.emulation.settings().instanceId())
					.set("payer_id", payer.id())
					.set("plan_id", price.text("plan_id"))
					.set("price_id", price.id())
					.set("plan_period", period)
					.set("status", INCOMPLETE)
					.set("period_start", this.emulation.now()));
	}

	/**
	 * The item of the default plan.
	 * @param payer the payer
	 * @return the item, made when it is first asked for
	 */
	Resource ofDefaultPlan(Resource payer) {
		Resource present = first(payer, this::isDefault);
		return (present != null) ? present
				: add(payer, this.plans.defaultPrice(this.plans.defaultPlan(Payers.type(payer))), "month");
	}

	void activate(Resource item, long start, @Nullable Long end, boolean trial) {
		move(item, ACTIVE,
				(draft) -> draft.set("period_start", start)
					.set("period_end", end)
					.set("is_free_trial", trial)
					.set("canceled_at", null)
					.set("past_due_at", null)
					.set("ended_at", null));
	}

	void schedule(Resource item, @Nullable Long start) {
		move(item, UPCOMING, (draft) -> draft.set("period_start", start).set("period_end", null).set("ended_at", null));
	}

	void cancel(Resource item) {
		move(item, CANCELED, (draft) -> draft.set("canceled_at", this.emulation.now()));
	}

	void end(Resource item, long instant) {
		move(item, ENDED, (draft) -> draft.set("ended_at", instant));
	}

	void abandon(Resource item) {
		move(item, ABANDONED, (draft) -> draft.set("canceled_at", this.emulation.now()));
	}

	void pastDue(Resource item, long instant) {
		move(item, PAST_DUE, (draft) -> draft.set("past_due_at", instant).set("is_free_trial", false));
	}

	void incomplete(Resource item) {
		move(item, INCOMPLETE, (draft) -> {
		});
	}

	/**
	 * Changes an item that stays in its state.
	 * @param item the item
	 * @param changes the changes
	 */
	void update(Resource item, Consumer<Draft> changes) {
		table().update(item, changes);
		this.events.item("updated", item);
	}

	Table table() {
		return this.emulation.table(BillingShapes.ITEM);
	}

	private void move(Resource item, String status, Consumer<Draft> changes) {
		table().update(item, (draft) -> {
			draft.set("status", status);
			changes.accept(draft);
		});
		this.events.item((status.equals(PAST_DUE)) ? "pastDue" : status, item);
	}

	private @Nullable Resource first(Resource payer, Predicate<Resource> condition) {
		List<Resource> items = table().by("payer_id", payer.id());
		return items.stream().filter(condition).findFirst().orElse(null);
	}

}
