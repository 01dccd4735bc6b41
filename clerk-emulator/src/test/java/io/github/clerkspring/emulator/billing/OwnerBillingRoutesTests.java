package io.github.clerkspring.emulator.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.EmulatedBilling;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the billing of users and organizations: subscriptions, credits, statements,
 * and what time does to them.
 */
class OwnerBillingRoutesTests {

	private static final String STATEMENTS = "/billing/statements";

	private final ApiTester api = ApiTester.start();

	private final EmulatedBilling billing = this.api.emulator().billing();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	private final String path = "/users/" + this.ada + "/billing";

	@BeforeEach
	void definePlan() {
		this.api.emulator().clock().set(Instant.parse("2026-01-15T12:00:00Z"));
		this.api.fails(403, "billing_not_enabled", "GET", this.path + "/subscription", null);
		this.billing.plan("pro", (plan) -> plan.monthly(2000).annualMonthly(1500).trialDays(14).features("reports"));
	}

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void beginsWithTheDefaultPlan() {
		JsonNode subscription = this.api.get(this.path + "/subscription");
		assertThat(subscription.at("/subscription_items/0/plan/slug").asString()).isEqualTo("free_user");
		assertThat(subscription.get("eligible_for_free_trial").booleanValue()).isTrue();
		assertThat(subscription.has("next_payment")).isFalse();
		this.api.fails(404, "resource_not_found", "GET", "/users/user_none/billing/subscription", null);
	}

	@Test
	void showsWhatIsPaidNext() {
		subscribe();
		JsonNode subscription = this.api.get(this.path + "/subscription");
		assertThat(subscription.at("/next_payment/amount/amount").intValue()).isEqualTo(2000);
		assertThat(Instant.ofEpochMilli(subscription.at("/next_payment/date").longValue()))
			.hasToString("2026-02-15T12:00:00Z");
		assertThat(subscription.get("eligible_for_free_trial").booleanValue()).isFalse();
		JsonNode classic = this.api.get(this.path + "/subscription?__clerk_api_version=2025-04-10");
		assertThat(classic.at("/next_payment/time")).isEqualTo(subscription.at("/next_payment/date"));
		assertThat(classic.at("/subscription_items/1/payment_source/payment_method").asString()).isEqualTo("card");
		assertThat(classic.at("/subscription_items/1/plan/amount_formatted").asString()).isEqualTo("$20.00");
	}

	@Test
	void tokensCarryThePlanThatRuns() throws Exception {
		assertThat(claim("pla")).isEqualTo("u:free_user");
		String item = subscribe();
		assertThat(claim("pla")).isEqualTo("u:pro");
		assertThat(claim("fea")).isEqualTo("u:reports");
		this.api.delete("/billing/subscription_items/" + item);
		assertThat(claim("pla")).isEqualTo("u:pro");
		this.api.emulator().clock().advance(Duration.ofDays(31));
		assertThat(claim("pla")).isEqualTo("u:free_user");
		assertThat(claim("fea")).isNull();
	}

	@Test
	void placingOnAPlanIsASubscription() throws Exception {
		String acme = this.api.emulator().organizations().create("Acme");
		this.api.emulator().organizations().plan(acme, "team", "invoices");
		JsonNode subscription = this.api.get("/organizations/" + acme + "/billing/subscription");
		assertThat(subscription.at("/subscription_items/1/plan/slug").asString()).isEqualTo("team");
		assertThat(subscription.at("/subscription_items/1/plan/features/0/slug").asString()).isEqualTo("invoices");
		this.api.emulator().users().plan(this.ada, "gold");
		assertThat(claim("pla")).isEqualTo("u:gold");
	}

	@Test
	void creditsAreALedger() {
		assertThat(this.api.get(this.path + "/credits").get("balance").isNull()).isTrue();
		JsonNode entry = adjust("increase", 1500, "a");
		assertThat(entry.at("/amount/amount_formatted").asString()).isEqualTo("$15.00");
		assertThat(entry.get("created_at").asString()).isEqualTo("2026-01-15T12:00:00Z");
		assertThat(adjust("increase", 1500, "a").get("id")).isEqualTo(entry.get("id"));
		assertThat(adjust("decrease", 500, "b").at("/amount/amount_formatted").asString()).isEqualTo("-$5.00");
		assertThat(this.api.get(this.path + "/credits").at("/balance/amount").intValue()).isEqualTo(1000);
		fails(422, "insufficient_credit_balance", credit("decrease", 1001, "c"));
		fails(409, "conflict", credit("increase", 1, "a"));
		fails(422, "invalid_credit_amount", credit("increase", 0, "d"));
		fails(422, "invalid_credit_action", credit("double", 1, "e"));
		String acme = this.api.emulator().organizations().create("Acme");
		this.billing.plan("team", (plan) -> plan.forOrganizations());
		this.api.post("/organizations/" + acme + "/billing/credits", credit("increase", 1, "f"));
		this.api.get("/organizations/" + acme + "/billing/credits");
	}

	@Test
	void creditsPayFirst() {
		adjust("increase", 2500, "a");
		this.billing.subscribe(this.ada, "pro");
		assertThat(this.api.get(this.path + "/credits").at("/balance/amount").intValue()).isEqualTo(500);
		JsonNode attempt = this.api.get(STATEMENTS).at("/data/0/groups/0/items/0");
		assertThat(attempt.at("/payment_method/payment_type").asString()).isEqualTo("payer-credits");
		assertThat(attempt.at("/totals/credits/total/amount").intValue()).isEqualTo(2000);
		assertThat(attempt.at("/amount/amount").intValue()).isZero();
	}

	@Test
	void eachMonthHasItsStatement() {
		subscribe();
		this.api.emulator().clock().advance(Duration.ofDays(60));
		JsonNode statements = this.api.get(STATEMENTS);
		assertThat(statements.get("total_count").intValue()).isEqualTo(3);
		assertThat(statements.at("/data/0/status").asString()).isEqualTo("open");
		assertThat(statements.at("/data/2/status").asString()).isEqualTo("closed");
		String one = STATEMENTS + "/" + statements.at("/data/0/id").asString();
		assertThat(this.api.get(one).at("/totals/grand_total/amount").intValue()).isEqualTo(2000);
		JsonNode attempts = this.api.get(one + "/payment_attempts");
		assertThat(attempts.at("/data/0/charge_type").asString()).isEqualTo("recurring");
		assertThat(attempts.at("/data/0/subscription_item/lifetime_paid/amount").intValue()).isEqualTo(6000);
		this.api.fails(404, "commerce_statement_not_found", "GET", STATEMENTS + "/stmt_none", null);
	}

	@Test
	void latePaymentIsTriedAgainWithAnotherCard() {
		subscribe();
		this.billing.decliningCard(this.ada);
		this.api.emulator().clock().advance(Duration.ofDays(31));
		assertThat(this.api.get(this.path + "/subscription").get("status").asString()).isEqualTo("past_due");
		assertThat(this.api.get("/billing/subscription_items?status=past_due").get("total_count").intValue()).isOne();
		this.billing.card(this.ada);
		assertThat(this.api.get(this.path + "/subscription").get("status").asString()).isEqualTo("active");
	}

	@Test
	void goesWithItsOwnerAndWithReset() {
		subscribe();
		this.api.delete("/users/" + this.ada);
		this.api.emulator().clock().advance(Duration.ofDays(365));
		assertThat(this.api.get("/billing/subscription_items?include_free=true").get("total_count").intValue())
			.isZero();
		assertThat(this.api.get(STATEMENTS).get("total_count").intValue()).isZero();
		this.api.emulator().reset();
		assertThat(this.api.get("/billing/plans").get("total_count").intValue()).isZero();
	}

	private String subscribe() {
		this.billing.card(this.ada);
		return this.billing.subscribe(this.ada, "pro");
	}

	private Object claim(String name) throws Exception {
		return SignedJWT.parse(this.api.emulator().sessionToken(this.ada).mint()).getJWTClaimsSet().getClaim(name);
	}

	private static Map<String, ?> credit(String action, int amount, String key) {
		return Map.of("action", action, "amount", amount, "idempotency_key", key);
	}

	private JsonNode adjust(String action, int amount, String key) {
		return this.api.post(this.path + "/credits", credit(action, amount, key));
	}

	private void fails(int status, String code, Map<String, ?> body) {
		this.api.fails(status, code, "POST", this.path + "/credits", body);
	}

}
