package io.github.clerkspring.emulator.billing;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The states of subscriptions, of which a payer has one.
 */
final class SubscriptionStates {

	private SubscriptionStates() {
	}

	static @Nullable Resource find(Transaction tx, Resource payer) {
		return table(tx).first("payer_id", payer.id());
	}

	static Resource begin(Transaction tx, Resource payer, Runnable firstItem) {
		Resource subscription = tx.create(BillingShapes.SUBSCRIPTION,
				(draft) -> draft.set("instance_id", Settings.of(tx).instanceId())
					.set("payer_id", payer.id())
					.set("active_at", tx.now()));
		BillingEvents.subscription(tx, "created", subscription);
		firstItem.run();
		BillingEvents.subscription(tx, "active", subscription);
		return subscription;
	}

	static void changed(Transaction tx, Resource payer) {
		update(tx, payer, "updated", (draft) -> {
		});
	}

	static void active(Transaction tx, Resource payer) {
		Resource subscription = find(tx, payer);
		if (subscription != null && !"active".equals(subscription.text("status"))) {
			update(tx, payer, "active", (draft) -> draft.set("status", "active").set("past_due_at", null));
		}
	}

	static void pastDue(Transaction tx, Resource payer, long instant) {
		update(tx, payer, "pastDue", (draft) -> draft.set("status", "past_due").set("past_due_at", instant));
	}

	private static void update(Transaction tx, Resource payer, String what, Consumer<Draft> changes) {
		Resource subscription = find(tx, payer);
		if (subscription != null) {
			tx.update(subscription, changes);
			BillingEvents.subscription(tx, what, subscription);
		}
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.SUBSCRIPTION);
	}

}
