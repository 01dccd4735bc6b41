package io.github.clerkspring.emulator.routes;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Reductions of what subscription items cost.
 */
final class Discounts {

	private static final Set<String> APPLICABLE = Set.of("active", "past_due");

	private final Emulation emulation;

	private final Plans plans;

	Discounts(Emulation emulation, Plans plans) {
		this.emulation = emulation;
		this.plans = plans;
		emulation.table(BillingShapes.ITEM)
			.onRemove((item) -> table().by("subscription_item_id", item.id()).forEach(table()::remove));
	}

	Resource define(String name, @Nullable Double percentOff, @Nullable Long amountOff, @Nullable Integer cycles) {
		boolean percent = percentOff != null && percentOff > 0 && percentOff <= 100;
		boolean amount = amountOff != null && amountOff > 0;
		if (percent == amount || (percentOff != null && amountOff != null)) {
			throw new IllegalArgumentException(
					"Discount '" + name + "' needs either a percentage of more than 0, at most 100, or an amount");
		}
		return this.emulation.create(BillingShapes.DISCOUNT,
				(draft) -> draft.set("name", name)
					.set("percent_off", percentOff)
					.set("amount_off", amountOff)
					.set("cycles", cycles));
	}

	@Nullable Resource active(Resource item) {
		return table().by("subscription_item_id", item.id())
			.stream()
			.filter((redemption) -> "active".equals(redemption.text("status")))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Applies a discount, in place of the one that is active.
	 * @param item the subscription item
	 * @param discountId the id of the discount
	 * @return the redemption
	 */
	Resource apply(Resource item, String discountId) {
		Resource discount = find(discountId);
		if (!APPLICABLE.contains(item.required("status")) || fee(item) == 0) {
			throw BillingErrors.unprocessable("discount_not_applicable_to_subscription_item",
					"This discount cannot be applied to this subscription item");
		}
		Resource active = active(item);
		if (active != null && discountId.equals(active.text("discount_id"))) {
			throw BillingErrors.conflict("discount_already_applied",
					"This subscription item already has an active discount applied");
		}
		removeActive(item);
		return this.emulation.create(BillingShapes.REDEMPTION, (draft) -> {
			draft.set("subscription_item_id", item.id()).set("discount_id", discountId);
			draft.set("name", discount.text("name")).set("percent_off", discount.get("percent_off"));
			draft.set("amount_off", discount.get("amount_off")).set("cycles_remaining", discount.get("cycles"));
			draft.set("redeemed_at", this.emulation.now());
		});
	}

	Resource remove(Resource item, String discountId) {
		find(discountId);
		Resource active = active(item);
		if (active == null || !discountId.equals(active.text("discount_id"))) {
			throw BillingErrors.conflict("conflict", "The discount is not the active one of the subscription item.");
		}
		removeActive(item);
		return active;
	}

	void removeActive(Resource item) {
		Resource active = active(item);
		if (active != null) {
			table().update(active, (draft) -> draft.set("status", "removed"));
		}
	}

	/**
	 * What the active discount of an item takes off its next charge.
	 * @param item the subscription item
	 * @return the amount in cents, 0 without a discount
	 */
	long reduction(Resource item) {
		Resource active = active(item);
		return (active != null) ? reduction(active, fee(item)) : 0;
	}

	/**
	 * Counts a charge, which may be the last one that the discount is for.
	 * @param item the subscription item
	 */
	void count(Resource item) {
		Resource active = active(item);
		if (active != null) {
			Long remaining = active.number("cycles_remaining");
			table().update(active, (draft) -> {
				draft.set("cycles_applied", Money.of(active, "cycles_applied") + 1);
				if (remaining != null) {
					draft.set("cycles_remaining", remaining - 1);
					draft.set("status", (remaining <= 1) ? "exhausted" : "active");
				}
			});
		}
	}

	ObjectNode show(Resource redemption) {
		ObjectNode node = redemption.toJson();
		Long off = redemption.number("amount_off");
		node.put("effect", (off != null) ? "fixed_amount" : "percentage");
		node.set("amount_off", Json.of(Money.show(off)));
		Resource item = this.emulation.find(BillingShapes.ITEM, redemption.required("subscription_item_id"));
		return node.set("amount", Money.show(reduction(redemption, fee(item))));
	}

	private static long reduction(Resource redemption, long fee) {
		Long off = redemption.number("amount_off");
		if (off != null) {
			return Math.min(off, fee);
		}
		return (redemption.get("percent_off") instanceof Number percent) ? Math.round(fee * percent.doubleValue() / 100)
				: 0;
	}

	private long fee(Resource item) {
		return Plans.fee(this.plans.price(item), item.required("plan_period"));
	}

	private Resource find(String id) {
		Resource discount = this.emulation.table(BillingShapes.DISCOUNT).find(id);
		if (discount == null) {
			throw BillingErrors.notFound("discount_not_found", "The discount was not found");
		}
		return discount;
	}

	private Table table() {
		return this.emulation.table(BillingShapes.REDEMPTION);
	}

}
