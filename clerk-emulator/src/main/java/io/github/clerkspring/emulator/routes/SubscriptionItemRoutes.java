package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;

/**
 * Subscription items: listing, canceling, trials and discounts.
 */
final class SubscriptionItemRoutes implements RouteFamily {

	private static final String ALL = "/subscription_items";

	private static final String ONE = ALL + "/{subscription_item_id}";

	private static final List<String> STATUSES = List.of("active", "ended", "past_due", "upcoming", "free_trial");

	private static final long LONGEST_EXTENSION = 365 * 86_400_000L;

	private final ItemParts parts;

	SubscriptionItemRoutes(ItemParts parts) {
		this.parts = parts;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/billing" + ALL, this.parts.subscriptions().settled((call) -> list(call, false)));
		routes.get("/commerce" + ALL, this.parts.subscriptions().settled((call) -> list(call, true)));
		routes.delete("/billing" + ONE, this.parts.subscriptions().settled((call) -> cancel(call, false)));
		routes.delete("/commerce" + ONE, this.parts.subscriptions().settled((call) -> cancel(call, true)));
		routes.post("/billing" + ONE + "/extend_free_trial", this.parts.subscriptions().settled(this::extendTrial));
		routes.post("/billing" + ONE + "/discounts", this.parts.subscriptions().settled(this::discount));
		routes.delete("/billing" + ONE + "/discounts/{discount_id}",
				this.parts.subscriptions()
					.settled((call) -> this.parts.discounts()
						.show(this.parts.discounts().remove(item(call), call.path("discount_id")))));
	}

	private JsonNode list(ApiCall call, boolean classic) {
		Query query = call.query();
		Selection selection = Selection.of(this.parts.items().table());
		String planId = query.text("plan_id");
		if (planId != null) {
			selection.in("plan_id", List.of(planId));
		}
		if (classic) {
			owner(selection, query.text("user_id"));
			owner(selection, query.text("organization_id"));
		}
		String type = query.text("payer_type", List.of(Payers.USER, Payers.ORGANIZATION));
		if (type != null) {
			selection.where((item) -> type.equals(Payers.type(this.parts.payers().get(item))));
		}
		String status = query.text("status", STATUSES);
		if (status != null) {
			selection.where((item) -> fits(item, status));
		}
		if (!Boolean.TRUE.equals(query.flag("include_free"))) {
			selection.where((item) -> !this.parts.items().isFree(item));
		}
		String text = query.text("query");
		if (text != null) {
			selection.where((item) -> contains(item, text.toLowerCase(Locale.ROOT)));
		}
		return Paging.of(call)
			.envelope(selection, Ordering.NEWEST_FIRST, (item) -> this.parts.view().item(item, classic));
	}

	private void owner(Selection selection, @Nullable String ownerId) {
		if (ownerId != null) {
			Resource payer = this.parts.payers().find(ownerId);
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

	private boolean contains(Resource item, String text) {
		ObjectNode payer = this.parts.payers().showClassic(this.parts.payers().get(item));
		return Stream.of("first_name", "last_name", "email", "user_id", "organization_id", "organization_name")
			.anyMatch((name) -> payer.get(name).asString().toLowerCase(Locale.ROOT).contains(text));
	}

	private JsonNode cancel(ApiCall call, boolean classic) {
		Resource item = item(call);
		boolean now = Boolean.TRUE.equals(call.query().flag("end_now"));
		String status = item.required("status");
		if (this.parts.items().isDefault(item)) {
			throw refused(now, "it is that of the default plan");
		}
		if (status.equals(SubscriptionItems.CANCELED) && !now) {
			throw ApiException.badRequest("commerce_subscription_item_already_canceled",
					"You can't cancel a subscription item that is already canceled");
		}
		if (List.of("ended", "abandoned", "incomplete", "expired").contains(status)) {
			throw refused(now, "it is " + status);
		}
		this.parts.subscriptions().cancel(item, now);
		return this.parts.view().item(item, classic);
	}

	private static ApiException refused(boolean now, String reason) {
		String what = (now) ? "ended" : "canceled";
		return BillingErrors.unprocessable("commerce_subscription_item_cannot_be_" + what,
				"Subscription item cannot be " + what + " because " + reason);
	}

	private JsonNode extendTrial(ApiCall call) {
		Resource item = item(call);
		Long end = call.body(Fields.none().required(FieldType.INSTANT, "extend_to")).instant("extend_to");
		if (!this.parts.plans().of(item).flag("free_trial_enabled")) {
			throw ApiException.forbidden("plan_free_trials_disabled", "Free trials are disabled for this plan");
		}
		if (!item.flag("is_free_trial") || !SubscriptionItems.ACTIVE.equals(item.text("status")) || end == null) {
			throw ApiException.forbidden("subscription_item_not_in_free_trial",
					"Subscription item is not in free trial");
		}
		long present = Money.of(item, "period_end");
		if (end < present || end > present + LONGEST_EXTENSION || end <= this.parts.emulation().now()) {
			throw ApiException.parameter("form_param_value_invalid", "extend_to", "is invalid",
					"extend_to must lie behind the end of the trial and at most 365 days from it.");
		}
		if (end != present) {
			this.parts.subscriptions().extendTrial(item, end);
		}
		return this.parts.view().item(item, true);
	}

	private JsonNode discount(ApiCall call) {
		Resource item = item(call);
		String discountId = call.body(Fields.none().required(FieldType.STRING, "discount_id")).required("discount_id");
		return this.parts.discounts().show(this.parts.discounts().apply(item, discountId));
	}

	private Resource item(ApiCall call) {
		return this.parts.items().require(call.path("subscription_item_id"));
	}

}
