package io.github.clerkspring.emulator.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Plans and their prices. Clerk's Backend API creates no plans, only further prices.
 */
final class PlanRoutes implements Family {

	private static final String[] AMOUNTS = { "amount", "annual_monthly_amount" };

	private static final long LOWEST = 100;

	private static final long HIGHEST = 99_999_999;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "plan_id")
		.nullable(FieldType.INTEGER, AMOUNTS)
		.optional(FieldType.STRING, "currency", "description", "supported_billing_periods")
		.oneOf("supported_billing_periods", "month", "annual", "both");

	@Override
	public void register(Operations routes) {
		routes.get("/billing/plans", (tx, call) -> plans(tx, call, false));
		routes.get("/commerce/plans", (tx, call) -> plans(tx, call, true));
		routes.get("/billing/prices", this::prices);
		routes.post("/billing/prices", this::create);
	}

	private JsonNode plans(Transaction tx, ApiCall call, boolean classic) {
		String type = call.query().text("payer_type", List.of(Payers.USER, Payers.ORGANIZATION));
		Selection selection = Selection.of(tx.table(BillingShapes.PLAN))
			.in("for_payer_type", (type != null) ? List.of(type) : List.of());
		return Paging.of(call)
			.envelope(selection, Ordering.NEWEST_FIRST,
					(classic) ? (each) -> Plans.showClassic(tx, each) : (each) -> Plans.show(tx, each));
	}

	// By price, then newest first
	private JsonNode prices(Transaction tx, ApiCall call) {
		String planId = call.query().text("plan_id");
		Selection selection = Selection.of(tx.table(BillingShapes.PRICE));
		if (planId != null) {
			selection.in("plan_id", List.of(Plans.require(tx, planId).id()));
		}
		List<Resource> sorted = selection.page((price) -> Money.of(price, "amount"), false, 0, Integer.MAX_VALUE);
		ObjectNode answer = Json.object();
		answer.set("data", Json.array(Paging.of(call).page(sorted).stream().map(Plans::showPrice).toList()));
		return answer.put("total_count", sorted.size());
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		if (!body.has("amount")) {
			throw ApiException.missing("amount");
		}
		for (String name : AMOUNTS) {
			check(body.number(name));
		}
		Resource plan = Plans.require(tx, body.required("plan_id"));
		if (plan.flag("is_default")) {
			throw BillingErrors.unprocessable("default_plan_price_creation_forbidden",
					"Custom prices cannot be created for default plans.");
		}
		String currency = body.text("currency");
		if (currency != null && !currency.equalsIgnoreCase(Money.CURRENCY)) {
			throw ApiException.badRequest("currency_invalid", "Currency is not supported");
		}
		String periods = periods(body);
		return Plans.showPrice(call.create(tx, BillingShapes.PRICE, (draft) -> {
			draft.set("plan_id", plan.id()).set("instance_id", Settings.of(tx).instanceId());
			body.copy(draft, "amount", "annual_monthly_amount", "description");
			draft.set("supported_billing_periods", periods);
		}));
	}

	private static String periods(Body body) {
		boolean month = body.number("amount") != null;
		boolean annual = body.number("annual_monthly_amount") != null;
		if (!month && !annual) {
			throw BillingErrors.unprocessable("plan_amount_invalid", "Paid plan month or annual fee invalid");
		}
		String inferred = (month && annual) ? "both" : (month) ? "month" : "annual";
		String wanted = body.text("supported_billing_periods");
		if (wanted != null && !wanted.equals(inferred)) {
			throw BillingErrors.unprocessable("supported_billing_period_mismatch",
					"The amounts do not fit supported_billing_periods " + wanted);
		}
		return inferred;
	}

	private static void check(@Nullable Long amount) {
		if (amount != null && amount != 0 && amount < LOWEST) {
			throw BillingErrors.unprocessable("payment_amount_too_low", "Payment amount must be at least $1.00");
		}
		if (amount != null && amount > HIGHEST) {
			throw BillingErrors.unprocessable("plan_amount_exceeds_upper_limit",
					"Paid plan monthly base fee must be less than $999,999.99");
		}
	}

}
