package io.github.clerkspring.emulator.billing;

import java.util.List;

import io.github.clerkspring.emulator.store.Shape;

/**
 * Plans with prices, payers with subscriptions, payments and credits. Amounts are in
 * cents.
 */
final class BillingShapes {

	static final Shape PLAN = Shape.of("commerce_plan", "cplan")
		.nullable("name", "slug", "description", "product_id")
		.with("is_default", false)
		.with("is_recurring", true)
		.with("publicly_visible", true)
		.with("has_base_fee", false)
		.nullable("for_payer_type", "avatar_url")
		.with("free_trial_enabled", false)
		.nullable("free_trial_days")
		.hidden("features")
		.indexed("slug", "for_payer_type")
		.withoutTimestamps()
		.build();

	static final Shape FEATURE = Shape.of("feature", "feat")
		.nullable("name", "description", "slug", "avatar_url")
		.indexed("slug")
		.withoutTimestamps()
		.build();

	static final Shape PRICE = Shape.of("commerce_price", "cprice")
		.nullable("plan_id", "instance_id")
		.with("currency", Money.CURRENCY)
		.with("currency_symbol", Money.SYMBOL)
		.with("amount", 0)
		.with("annual_monthly_amount", 0)
		.nullable("description")
		.with("is_default", false)
		.with("supported_billing_periods", "both")
		.indexed("plan_id")
		.withoutTimestamps()
		.build();

	/** An event that is due at the instant of its creation. */
	static final Shape CALENDAR = Shape.of("commerce_calendar_entry", "ccal")
		.hidden("item_id", "kind")
		.indexed("item_id")
		.build();

	static final Shape PAYER = Shape.of("commerce_payer", "cpayer")
		.nullable("instance_id")
		.hidden("owner_id", "credits")
		.indexed("owner_id")
		.build();

	static final Shape PAYMENT_METHOD = Shape.of("commerce_payment_method", "cps")
		.nullable("payer_id")
		.with("payment_type", "card")
		.with("is_default", true)
		.with("gateway", "stripe")
		.with("gateway_external_id", "")
		.nullable("gateway_external_account_id")
		.with("last4", "4242")
		.with("status", "active")
		.nullable("wallet_type")
		.with("card_type", "visa")
		.with("expiry_year", 2040)
		.with("expiry_month", 12)
		.with("is_removable", true)
		.hidden("declines")
		.indexed("payer_id")
		.build();

	static final Shape SUBSCRIPTION = Shape.of("commerce_subscription", "csub")
		.nullable("instance_id")
		.with("status", "active")
		.nullable("payer_id", "active_at", "past_due_at")
		.hidden("latest_payment_id")
		.indexed("payer_id")
		.build();

	static final Shape ITEM = Shape.of("commerce_subscription_item", "csub_item")
		.nullable("instance_id")
		.with("status", "active")
		.nullable("plan_id", "price_id")
		.with("plan_period", "month")
		.nullable("payer_id")
		.with("is_free_trial", false)
		.nullable("period_start", "period_end", "canceled_at", "past_due_at", "ended_at")
		.hidden("lifetime_paid")
		.indexed("payer_id", "plan_id")
		.build();

	static final Shape STATEMENT = Shape.of("commerce_statement", "stmt")
		.nullable("instance_id", "timestamp")
		.hidden("payer_id")
		.indexed("payer_id")
		.withoutTimestamps()
		.build();

	static final Shape PAYMENT_ATTEMPT = Shape.of("commerce_payment", "pa")
		.nullable("payment_id", "instance_id", "charge_type", "payee_id", "payer_id", "subscription_item_id")
		.nullable("statement_id", "gateway_external_id", "gateway_external_url")
		.with("status", "pending")
		.nullable("paid_at", "failed_at")
		.hidden("payment_method_id", "base_fee", "discount", "credit", "credit_left")
		.indexed("statement_id", "payer_id")
		.build();

	static final Shape LEDGER_ENTRY = Shape.of("commerce_credit_ledger", "ccledger")
		.nullable("payer_id")
		.with("source_type", "grant")
		.nullable("source_id", "note")
		.hidden("amount", "idempotency_key", "request")
		.indexed("payer_id", "idempotency_key")
		.withoutTimestamps()
		.build();

	static final Shape DISCOUNT = Shape.of("commerce_discount", "disc")
		.nullable("name", "percent_off", "amount_off", "cycles")
		.build();

	static final Shape REDEMPTION = Shape.of("commerce_discount_redemption", "discred")
		.nullable("subscription_item_id", "discount_id", "name")
		.with("source", "manual")
		.nullable("percent_off", "cycles_remaining")
		.with("cycles_applied", 0)
		.with("status", "active")
		.nullable("redeemed_at", "redeemed_by")
		.hidden("amount_off")
		.indexed("subscription_item_id")
		.withoutTimestamps()
		.build();

	/** Resources that are removed with their payer. */
	static final List<Shape> OF_PAYER = List.of(PAYMENT_METHOD, SUBSCRIPTION, ITEM, STATEMENT, PAYMENT_ATTEMPT,
			LEDGER_ENTRY);

	private BillingShapes() {
	}

}
