package io.github.clerkspring.emulator.billing;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Discounts of subscription items.
 */
final class Discounts {

	private static final Set<String> APPLICABLE = Set.of("active", "past_due");

	private Discounts() {
	}

	static void relate(Relations relations) {
		relations.removeWith(BillingShapes.ITEM, BillingShapes.REDEMPTION, "subscription_item_id");
	}

	static Resource define(Transaction tx, String name, @Nullable Double percentOff, @Nullable Long amountOff,
			@Nullable Integer cycles) {
		boolean percent = percentOff != null && percentOff > 0 && percentOff <= 100;
		boolean amount = amountOff != null && amountOff > 0;
		if (percent == amount || (percentOff != null && amountOff != null)) {
			throw new IllegalArgumentException(
					"Discount '" + name + "' needs either a percentage of more than 0, at most 100, or an amount");
		}
		return tx.create(BillingShapes.DISCOUNT,
				(draft) -> draft.set("name", name)
					.set("percent_off", percentOff)
					.set("amount_off", amountOff)
					.set("cycles", cycles));
	}

	static @Nullable Resource active(Transaction tx, Resource item) {
		return table(tx).by("subscription_item_id", item.id())
			.stream()
			.filter((redemption) -> "active".equals(redemption.text("status")))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Applies a discount, replacing the active one.
	 * @param tx the transaction
	 * @param item the subscription item
	 * @param discountId the id of the discount
	 * @return the redemption
	 */
	static Resource apply(Transaction tx, Resource item, String discountId) {
		Resource discount = find(tx, discountId);
		if (!APPLICABLE.contains(item.required("status")) || fee(tx, item) == 0) {
			throw BillingErrors.unprocessable("discount_not_applicable_to_subscription_item",
					"This discount cannot be applied to this subscription item");
		}
		Resource active = active(tx, item);
		if (active != null && discountId.equals(active.text("discount_id"))) {
			throw BillingErrors.conflict("discount_already_applied",
					"This subscription item already has an active discount applied");
		}
		removeActive(tx, item);
		return tx.create(BillingShapes.REDEMPTION, (draft) -> {
			draft.set("subscription_item_id", item.id()).set("discount_id", discountId);
			draft.set("name", discount.text("name")).set("percent_off", discount.get("percent_off"));
			draft.set("amount_off", discount.get("amount_off")).set("cycles_remaining", discount.get("cycles"));
			draft.set("redeemed_at", tx.now());
		});
	}

	static Resource remove(Transaction tx, Resource item, String discountId) {
		find(tx, discountId);
		Resource active = active(tx, item);
		if (active == null || !discountId.equals(active.text("discount_id"))) {
			throw BillingErrors.conflict("conflict", "The discount is not the active one of the subscription item.");
		}
		removeActive(tx, item);
		return active;
	}

	static void removeActive(Transaction tx, Resource item) {
		Resource active = active(tx, item);
		if (active != null) {
			tx.update(active, (draft) -> draft.set("status", "removed"));
		}
	}

	/**
	 * Returns the reduction of the next charge by the active discount of an item.
	 * @param tx the transaction
	 * @param item the subscription item
	 * @return the amount in cents, 0 without a discount
	 */
	static long reduction(Transaction tx, Resource item) {
		Resource active = active(tx, item);
		return (active != null) ? reduction(active, fee(tx, item)) : 0;
	}

	/**
	 * Counts a charge, which may be the last one of the discount.
	 * @param tx the transaction
	 * @param item the subscription item
	 */
	static void count(Transaction tx, Resource item) {
		Resource active = active(tx, item);
		if (active != null) {
			Long remaining = active.number("cycles_remaining");
			tx.update(active, (draft) -> {
				draft.set("cycles_applied", Money.of(active, "cycles_applied") + 1);
				if (remaining != null) {
					draft.set("cycles_remaining", remaining - 1);
					draft.set("status", (remaining <= 1) ? "exhausted" : "active");
				}
			});
		}
	}

	static ObjectNode show(Transaction tx, Resource redemption) {
		ObjectNode node = redemption.toJson();
		Long off = redemption.number("amount_off");
		node.put("effect", (off != null) ? "fixed_amount" : "percentage");
		node.set("amount_off", Json.of(Money.show(off)));
		Resource item = tx.find(BillingShapes.ITEM, redemption.required("subscription_item_id"));
		return node.set("amount", Money.show(reduction(redemption, fee(tx, item))));
	}

	private static long reduction(Resource redemption, long fee) {
		Long off = redemption.number("amount_off");
		if (off != null) {
			return Math.min(off, fee);
		}
		return (redemption.get("percent_off") instanceof Number percent) ? Math.round(fee * percent.doubleValue() / 100)
				: 0;
	}

	private static long fee(Transaction tx, Resource item) {
		return Plans.fee(Plans.price(tx, item), item.required("plan_period"));
	}

	private static Resource find(Transaction tx, String id) {
		Resource discount = tx.table(BillingShapes.DISCOUNT).find(id);
		if (discount == null) {
			throw BillingErrors.notFound("discount_not_found", "The discount was not found");
		}
		return discount;
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.REDEMPTION);
	}

}
