package io.github.clerkspring.emulator.seed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.billing.Billing;
import io.github.clerkspring.emulator.billing.PlanDefinition;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Plans, and who is on them. Amounts are in cents.
 */
final class BillingSeed {

	private static final String FOR = "for_payer_type";

	private static final Fields PLAN = Fields.none()
		.required(FieldType.STRING, "slug")
		.optional(FieldType.STRING, "name", FOR)
		.oneOf(FOR, "user", "org")
		.optional(FieldType.INTEGER, "monthly", "annual_monthly", "free_trial_days")
		.optional(FieldType.STRINGS, "features")
		.range(0, Long.MAX_VALUE, "monthly", "annual_monthly")
		.range(1, 365, "free_trial_days");

	private static final Fields DISCOUNT = Fields.none()
		.required(FieldType.STRING, "name")
		.optional(FieldType.NUMBER, "percent_off")
		.optional(FieldType.INTEGER, "amount_off", "cycles")
		.range(1, Integer.MAX_VALUE, "cycles");

	private static final Fields CARD = Fields.none()
		.required(FieldType.STRING, "owner_id")
		.optional(FieldType.BOOLEAN, "declines");

	private static final Fields SUBSCRIPTION = Fields.none()
		.required(FieldType.STRING, "owner_id", "plan")
		.optional(FieldType.BOOLEAN, "annual", "trial");

	private final Transaction tx;

	BillingSeed(Transaction tx) {
		this.tx = tx;
	}

	JsonNode plan(SeedEntry entry) {
		Body body = entry.body(PLAN);
		String slug = body.required("slug");
		String name = body.text("name");
		Long monthly = body.number("monthly");
		return id(Billing.define(this.tx,
				new PlanDefinition(slug, (name != null) ? name : slug, "org".equals(body.text(FOR)),
						(monthly != null) ? monthly : 0, body.number("annual_monthly"), number(body, "free_trial_days"),
						body.texts("features"))));
	}

	JsonNode discount(SeedEntry entry) {
		Body body = entry.body(DISCOUNT);
		JsonNode percent = body.tree().get("percent_off");
		return id(Billing.discount(this.tx, body.required("name"),
				(percent != null) ? Double.valueOf(percent.doubleValue()) : null, body.number("amount_off"),
				number(body, "cycles")));
	}

	JsonNode card(SeedEntry entry) {
		Body body = entry.body(CARD);
		Billing.card(this.tx, body.required("owner_id"), body.flag("declines", false));
		return body.tree();
	}

	JsonNode subscription(SeedEntry entry) {
		Body body = entry.body(SUBSCRIPTION);
		return id(Billing.subscribe(this.tx, body.required("owner_id"), body.required("plan"),
				body.flag("annual", false), body.flag("trial", false)));
	}

	private static @Nullable Integer number(Body body, String name) {
		Long number = body.number(name);
		return (number != null) ? Integer.valueOf(number.intValue()) : null;
	}

	private static JsonNode id(String id) {
		return Json.object().put("id", id);
	}

}
