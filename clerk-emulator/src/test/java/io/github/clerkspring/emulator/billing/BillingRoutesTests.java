package io.github.clerkspring.emulator.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.EmulatedBilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for plans, prices, subscription items, discounts and price transitions.
 */
class BillingRoutesTests {

	private static final String ITEMS = "/billing/subscription_items";

	private final ApiTester api = ApiTester.start();

	private final EmulatedBilling billing = this.api.emulator().billing();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	@BeforeEach
	void definePlans() {
		this.api.emulator().clock().set(Instant.parse("2026-01-15T12:00:00Z"));
		this.billing.plan("pro",
				(plan) -> plan.name("Pro").monthly(2000).annualMonthly(1500).trialDays(14).features("reports"));
		this.billing.plan("team", (plan) -> plan.monthly(5000).forOrganizations());
	}

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void listsPlansWithTheirFees() {
		JsonNode plans = this.api.get("/billing/plans?payer_type=user");
		assertThat(plans.get("total_count").intValue()).isEqualTo(2);
		JsonNode pro = plans.at("/data/0");
		assertThat(pro.get("slug").asString()).isEqualTo("pro");
		assertThat(pro.at("/fee/amount_formatted").asString()).isEqualTo("$20.00");
		assertThat(pro.at("/annual_fee/amount").intValue()).isEqualTo(18_000);
		assertThat(pro.at("/features/0/slug").asString()).isEqualTo("reports");
		assertThat(plans.at("/data/1/is_default").booleanValue()).isTrue();
		JsonNode classic = this.api.get("/commerce/plans?payer_type=org");
		assertThat(classic.at("/data/0/amount_formatted").asString()).isEqualTo("$50.00");
		this.api.fails(422, "form_param_value_invalid", "GET", "/billing/plans?payer_type=cat", null);
	}

	@Test
	void createsFurtherPrices() {
		String pro = planId("pro");
		JsonNode price = this.api.post("/billing/prices", price(pro, 1000L, null));
		assertThat(price.get("supported_billing_periods").asString()).isEqualTo("month");
		assertThat(price.get("is_default").booleanValue()).isFalse();
		JsonNode monthly = this.api.post("/billing/prices", Map.of("plan_id", pro, "amount", 3000));
		assertThat(monthly.get("supported_billing_periods").asString()).isEqualTo("month");
		JsonNode prices = this.api.get("/billing/prices?plan_id=" + pro);
		assertThat(prices.get("data").valueStream().map((one) -> one.get("amount").intValue())).containsExactly(1000,
				2000, 3000);
		this.api.get("/billing/prices");
		fails(404, "plan_not_found", price("cplan_none", 1000L, null));
		fails(422, "default_plan_price_creation_forbidden", price(planId("free_user"), 1000L, null));
		fails(422, "payment_amount_too_low", price(pro, 99L, null));
		fails(422, "plan_amount_exceeds_upper_limit", price(pro, 100_000_000L, null));
		fails(422, "plan_amount_invalid", price(pro, null, null));
		fails(422, "form_param_missing", Map.of("plan_id", pro, "annual_monthly_amount", 1000));
		Map<String, @Nullable Object> mismatch = price(pro, 1000L, null);
		mismatch.put("supported_billing_periods", "both");
		fails(422, "supported_billing_period_mismatch", mismatch);
		this.api.fails(404, "plan_not_found", "GET", "/billing/prices?plan_id=cplan_none", null);
	}

	@Test
	void listsSubscriptionItems() {
		String item = subscribe("pro");
		String acme = this.api.emulator().organizations().create("Acme");
		this.billing.card(acme);
		this.billing.subscribe(acme, "team");
		assertThat(this.api.get(ITEMS).get("total_count").intValue()).isEqualTo(2);
		assertThat(this.api.get(ITEMS + "?include_free=true").get("total_count").intValue()).isEqualTo(4);
		assertThat(this.api.get(ITEMS + "?payer_type=org").at("/data/0/payer/organization_id").asString())
			.isEqualTo(acme);
		assertThat(this.api.get(ITEMS + "?query=ADA@&status=active").at("/data/0/id").asString()).isEqualTo(item);
		Map.of("ACM", 1, acme, 1, this.ada, 1, "nobody", 0, this.ada.substring(8), 0, "org_", 0)
			.forEach((text, count) -> assertThat(this.api.get(ITEMS + "?query=" + text).get("total_count").intValue())
				.as(text)
				.isEqualTo(count));
		assertThat(this.api.get(ITEMS + "?plan_id=" + planId("pro")).get("total_count").intValue()).isOne();
		assertThat(this.api.get(ITEMS + "?status=free_trial").get("total_count").intValue()).isZero();
		JsonNode classic = this.api.get("/commerce/subscription_items?user_id=" + this.ada);
		assertThat(classic.at("/data/0/next_invoice/amount/amount").intValue()).isEqualTo(2000);
		assertThat(this.api.get("/commerce/subscription_items?organization_id=org_none").get("total_count").intValue())
			.isZero();
	}

	@Test
	void canceledItemRunsToTheEndOfItsPeriod() {
		String item = subscribe("pro");
		JsonNode canceled = this.api.delete(ITEMS + "/" + item);
		assertThat(canceled.get("status").asString()).isEqualTo("canceled");
		assertThat(statuses()).containsExactly("upcoming", "canceled");
		this.api.fails(400, "commerce_subscription_item_already_canceled", "DELETE", ITEMS + "/" + item, null);
		this.api.emulator().clock().advance(Duration.ofDays(31));
		assertThat(statuses()).containsExactly("active", "ended");
		this.api.fails(422, "commerce_subscription_item_cannot_be_canceled", "DELETE", ITEMS + "/" + item, null);
		this.api.fails(404, "subscription_item_not_found", "DELETE", ITEMS + "/csub_item_none", null);
	}

	@Test
	void endsItemsAtOnce() {
		String item = subscribe("pro");
		JsonNode ended = this.api.delete("/commerce/subscription_items/" + item + "?end_now=true");
		assertThat(ended.get("status").asString()).isEqualTo("ended");
		assertThat(statuses()).containsExactly("active", "ended");
		String free = subscription().at("/subscription_items/0/id").asString();
		this.api.fails(422, "commerce_subscription_item_cannot_be_ended", "DELETE",
				ITEMS + "/" + free + "?end_now=true", null);
	}

	@Test
	void extendsTrials() {
		this.billing.card(this.ada);
		String item = this.billing.startTrial(this.ada, "pro");
		String path = ITEMS + "/" + item + "/extend_free_trial";
		JsonNode extended = this.api.post(path, Map.of("extend_to", "2026-02-15T12:00:00Z"));
		assertThat(extended.get("is_free_trial").booleanValue()).isTrue();
		assertThat(Instant.ofEpochMilli(extended.get("period_end").longValue())).hasToString("2026-02-15T12:00:00Z");
		this.api.post(path, Map.of("extend_to", "2026-02-15T12:00:00Z"));
		this.api.fails(422, "form_param_value_invalid", "POST", path, Map.of("extend_to", "2026-02-01T00:00:00Z"));
		this.api.fails(422, "form_param_value_invalid", "POST", path, Map.of("extend_to", "2028-02-01T00:00:00Z"));
		this.api.emulator().clock().set(Instant.parse("2026-02-15T12:00:00Z"));
		this.api.fails(403, "subscription_item_not_in_free_trial", "POST", path,
				Map.of("extend_to", "2026-03-15T12:00:00Z"));
		assertThat(this.api.get("/billing/statements").at("/data/0/totals/grand_total/amount").intValue())
			.isEqualTo(2000);
	}

	@Test
	void movesFromFreeToPaidAtOnce() {
		JsonNode free = subscription().at("/subscription_items/0");
		String path = ITEMS + "/" + free.get("id").asString() + "/price_transition";
		Map<String, String> body = Map.of("from_price_id", free.get("price_id").asString(), "to_price_id",
				priceId("pro"));
		this.api.fails(422, "payment_method_required_for_transition", "POST", path, body);
		this.billing.decliningCard(this.ada);
		this.api.fails(422, "payment_attempt_failed_card_declined", "POST", path, body);
		this.billing.card(this.ada);
		JsonNode moved = this.api.post(path, body);
		assertThat(moved.at("/subscription_item/status").asString()).isEqualTo("active");
		assertThat(moved.at("/transition/effective_mode").asString()).isEqualTo("immediate");
		assertThat(moved.at("/transition/immediate_charge/amount").intValue()).isEqualTo(2000);
		assertThat(moved.at("/transition/previous_subscription_item_status").asString()).isEqualTo("ended");
		this.api.fails(409, "subscription_item_no_longer_active", "POST", path, body);
	}

	@Test
	void otherPriceFollowsWhatIsPaid() {
		String item = subscribe("pro");
		String path = ITEMS + "/" + item + "/price_transition";
		String cheap = this.api.post("/billing/prices", price(planId("pro"), 0L, null)).get("id").asString();
		JsonNode moved = this.api.post(path, Map.of("from_price_id", priceId("pro"), "to_price_id", cheap));
		assertThat(moved.at("/subscription_item/status").asString()).isEqualTo("upcoming");
		assertThat(moved.at("/transition/effective_mode").asString()).isEqualTo("end_of_period");
		assertThat(moved.at("/transition/previous_subscription_item_status").asString()).isEqualTo("canceled");
		this.api.emulator().clock().advance(Duration.ofDays(32));
		JsonNode running = subscription().at("/subscription_items/2");
		assertThat(running.get("price_id").asString()).isEqualTo(cheap);
		assertThat(running.get("status").asString()).isEqualTo("active");
		String free = priceId("free_user");
		JsonNode back = this.api.post(ITEMS + "/" + running.get("id").asString() + "/price_transition",
				Map.of("from_price_id", cheap, "to_price_id", free));
		assertThat(back.at("/subscription_item/plan/slug").asString()).isEqualTo("free_user");
	}

	@Test
	void refusesTransitionsThatMakeNoSense() {
		String path = ITEMS + "/" + subscribe("pro") + "/price_transition";
		String pro = priceId("pro");
		this.api.fails(409, "out_of_date_price", "POST", path, Map.of("from_price_id", "x", "to_price_id", pro));
		this.api.fails(422, "form_resource_not_found", "POST", path, Map.of("from_price_id", pro, "to_price_id", "x"));
		this.api.fails(422, "price_transition_not_allowed", "POST", path,
				Map.of("from_price_id", pro, "to_price_id", pro));
		this.api.fails(422, "price_transition_not_allowed", "POST", path,
				Map.of("from_price_id", pro, "to_price_id", priceId("team")));
	}

	@Test
	void discountsReduceTheNextCharges() {
		String half = this.billing.discount("Half", 50, 1);
		String five = this.billing.fixedDiscount("Five", 500, null);
		String item = subscribe("pro");
		String path = ITEMS + "/" + item + "/discounts";
		JsonNode applied = this.api.post(path, Map.of("discount_id", half));
		assertThat(applied.at("/amount/amount").intValue()).isEqualTo(1000);
		this.api.fails(409, "discount_already_applied", "POST", path, Map.of("discount_id", half));
		this.api.fails(404, "discount_not_found", "POST", path, Map.of("discount_id", "disc_none"));
		this.api.emulator().clock().advance(Duration.ofDays(31));
		assertThat(this.api.get("/billing/statements").at("/data/0/totals/grand_total/amount").intValue())
			.isEqualTo(1000);
		this.api.fails(409, "conflict", "DELETE", path + "/" + half, null);
		this.api.post(path, Map.of("discount_id", five));
		assertThat(subscription().at("/next_payment/totals/grand_total/amount").intValue()).isEqualTo(1500);
		assertThat(this.api.delete(path + "/" + five).get("status").asString()).isEqualTo("removed");
		String free = subscription().at("/subscription_items/0/id").asString();
		this.api.fails(422, "discount_not_applicable_to_subscription_item", "POST", ITEMS + "/" + free + "/discounts",
				Map.of("discount_id", five));
	}

	@Test
	void refusesSeedsThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.billing.subscribe(this.ada, "gold"))
			.withMessageContaining("gold");
		assertThatIllegalArgumentException().isThrownBy(() -> this.billing.plan("x", (plan) -> plan.trialDays(0)));
		String acme = this.api.emulator().organizations().create("Acme");
		assertThatIllegalArgumentException().isThrownBy(() -> this.billing.startTrial(acme, "team"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.billing.subscribeAnnually(acme, "team"));
	}

	private void fails(int status, String code, Map<String, ?> body) {
		this.api.fails(status, code, "POST", "/billing/prices", body);
	}

	private static Map<String, @Nullable Object> price(String planId, @Nullable Long amount, @Nullable Long annual) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("plan_id", planId);
		body.put("amount", amount);
		body.put("annual_monthly_amount", annual);
		return body;
	}

	private String subscribe(String plan) {
		this.billing.card(this.ada);
		return this.billing.subscribe(this.ada, plan);
	}

	private JsonNode subscription() {
		return this.api.get("/users/" + this.ada + "/billing/subscription");
	}

	private List<String> statuses() {
		return subscription().get("subscription_items")
			.valueStream()
			.map((item) -> item.get("status").asString())
			.toList();
	}

	private String planId(String slug) {
		return this.api.get("/billing/plans")
			.get("data")
			.valueStream()
			.filter((plan) -> plan.get("slug").asString().equals(slug))
			.findFirst()
			.orElseThrow()
			.get("id")
			.asString();
	}

	private String priceId(String slug) {
		return this.api.get("/billing/prices?plan_id=" + planId(slug))
			.get("data")
			.valueStream()
			.filter((price) -> price.get("is_default").booleanValue())
			.findFirst()
			.orElseThrow()
			.get("id")
			.asString();
	}

}
