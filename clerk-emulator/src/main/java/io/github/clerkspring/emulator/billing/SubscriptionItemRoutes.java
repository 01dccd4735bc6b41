package io.github.clerkspring.emulator.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Subscription items: listing, canceling, trials and discounts.
 */
final class SubscriptionItemRoutes implements Family {

	private static final String ALL = "/subscription_items";

	private static final String ONE = ALL + "/{subscription_item_id}";

	private static final List<String> STATUSES = List.of("active", "ended", "past_due", "upcoming", "free_trial");

	private static final long LONGEST_EXTENSION = 365 * 86_400_000L;

	@Override
	public void register(Operations routes) {
		routes.get("/billing" + ALL, Subscriptions.settled((tx, call) -> list(tx, call, false)));
		routes.get("/commerce" + ALL, Subscriptions.settled((tx, call) -> list(tx, call, true)));
		routes.delete("/billing" + ONE, Subscriptions.settled((tx, call) -> cancel(tx, call, false)));
		routes.delete("/commerce" + ONE, Subscriptions.settled((tx, call) -> cancel(tx, call, true)));
		routes.post("/billing" + ONE + "/extend_free_trial", Subscriptions.settled(this::extendTrial));
		routes.post("/billing" + ONE + "/discounts", Subscriptions.settled(this::discount));
		routes.delete("/billing" + ONE + "/discounts/{discount_id}", Subscriptions
			.settled((tx, call) -> Discounts.show(tx, Discounts.remove(tx, item(tx, call), call.path("discount_id")))));
	}

	private JsonNode list(Transaction tx, ApiCall call, boolean classic) {
		Query query = call.query();
		Selection selection = Selection.of(SubscriptionItems.table(tx));
		String planId = query.text("plan_id");
		if (planId != null) {
			selection.in("plan_id", List.of(planId));
		}
		if (classic) {
			owner(tx, selection, query.text("user_id"));
			owner(tx, selection, query.text("organization_id"));
		}
		String type = query.text("payer_type", List.of(Payers.USER, Payers.ORGANIZATION));
		if (type != null) {
			selection.where((item) -> type.equals(Payers.type(Payers.get(tx, item))));
		}
		String status = query.text("status", STATUSES);
		if (status != null) {
			selection.where((item) -> fits(item, status));
		}
		if (!Boolean.TRUE.equals(query.flag("include_free"))) {
			selection.where((item) -> !SubscriptionItems.isFree(tx, item));
		}
		String text = query.text("query");
		if (text != null) {
			selection.where((item) -> Payers.matches(tx, Payers.get(tx, item), text));
		}
		return Paging.of(call)
			.envelope(selection, Ordering.NEWEST_FIRST, (item) -> BillingView.item(tx, item, classic));
	}

	private void owner(Transaction tx, Selection selection, @Nullable String ownerId) {
		if (ownerId != null) {
			Resource payer = Payers.find(tx, ownerId);
			selection.in("payer_id", List.of((payer != null) ? payer.id() : ownerId));
		}
	}

	private static boolean fits(Resource item, String status) {
		String present = item.required("status");
		return switch (status) {
			case "active" -> present.equals(SubscriptionItems.ACTIVE) || present.equals(SubscriptionItems.CANCELED);
			case "free_trial" -> item.flag("is_free_trial") && present.equals(SubscriptionItems.ACTIVE);
			default -> present.equals(status);
		};
	}

	private JsonNode cancel(Transaction tx, ApiCall call, boolean classic) {
		Resource item = item(tx, call);
		boolean now = Boolean.TRUE.equals(call.query().flag("end_now"));
		String status = item.required("status");
		if (SubscriptionItems.isDefault(tx, item)) {
			throw refused(now, "it is that of the default plan");
		}
		if (status.equals(SubscriptionItems.CANCELED) && !now) {
			throw ApiException.badRequest("commerce_subscription_item_already_canceled",
					"You can't cancel a subscription item that is already canceled");
		}
		if (List.of("ended", "abandoned", "incomplete", "expired").contains(status)) {
			throw refused(now, "it is " + status);
		}
		Subscriptions.cancel(tx, item, now);
		return BillingView.item(tx, item, classic);
	}

	private static ApiException refused(boolean now, String reason) {
		String what = (now) ? "ended" : "canceled";
		return BillingErrors.unprocessable("commerce_subscription_item_cannot_be_" + what,
				"Subscription item cannot be " + what + " because " + reason);
	}

	private JsonNode extendTrial(Transaction tx, ApiCall call) {
		Resource item = item(tx, call);
		Long end = call.body(Fields.none().required(FieldType.INSTANT, "extend_to")).instant("extend_to");
		if (!Plans.of(tx, item).flag("free_trial_enabled")) {
			throw ApiException.forbidden("plan_free_trials_disabled", "Free trials are disabled for this plan");
		}
		if (!item.flag("is_free_trial") || !SubscriptionItems.ACTIVE.equals(item.text("status")) || end == null) {
			throw ApiException.forbidden("subscription_item_not_in_free_trial",
					"Subscription item is not in free trial");
		}
		long present = Money.of(item, "period_end");
		if (end < present || end > present + LONGEST_EXTENSION || end <= tx.now()) {
			throw ApiException.parameter("form_param_value_invalid", "extend_to", "is invalid",
					"extend_to must lie behind the end of the trial and at most 365 days from it.");
		}
		if (end != present) {
			Subscriptions.extendTrial(tx, item, end);
		}
		return BillingView.item(tx, item, true);
	}

	private JsonNode discount(Transaction tx, ApiCall call) {
		Resource item = item(tx, call);
		String discountId = call.body(Fields.none().required(FieldType.STRING, "discount_id")).required("discount_id");
		return Discounts.show(tx, Discounts.apply(tx, item, discountId));
	}

	private Resource item(Transaction tx, ApiCall call) {
		return SubscriptionItems.require(tx, call.path("subscription_item_id"));
	}

}
