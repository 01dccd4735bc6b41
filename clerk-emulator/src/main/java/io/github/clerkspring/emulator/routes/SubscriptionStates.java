package io.github.clerkspring.emulator.routes;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The states of subscriptions, of which a payer has one.
 */
final class SubscriptionStates {

	private final Emulation emulation;

	private final BillingEvents events;

	SubscriptionStates(Emulation emulation, BillingEvents events) {
		this.emulation = emulation;
		this.events = events;
	}

	@Nullable Resource find(Resource payer) {
		return table().first("payer_id", payer.id());
	}

	Resource begin(Resource payer, Runnable firstItem) {
		Resource subscription = this.emulation.create(BillingShapes.SUBSCRIPTION,
				(draft) -> draft.set("instance_id", this.emulation.settings().instanceId())
					.set("payer_id", payer.id())
					.set("active_at", this.emulation.now()));
		this.events.subscription("created", subscription);
		firstItem.run();
		this.events.subscription("active", subscription);
		return subscription;
	}

	void changed(Resource payer) {
		update(payer, "updated", (draft) -> {
		});
	}

	void active(Resource payer) {
		Resource subscription = find(payer);
		if (subscription != null && !"active".equals(subscription.text("status"))) {
			update(payer, "active", (draft) -> draft.set("status", "active").set("past_due_at", null));
		}
	}

	void pastDue(Resource payer, long instant) {
		update(payer, "pastDue", (draft) -> draft.set("status", "past_due").set("past_due_at", instant));
	}

	private void update(Resource payer, String what, Consumer<Draft> changes) {
		Resource subscription = find(payer);
		if (subscription != null) {
			table().update(subscription, changes);
			this.events.subscription(what, subscription);
		}
	}

	private Table table() {
		return this.emulation.table(BillingShapes.SUBSCRIPTION);
	}

}
