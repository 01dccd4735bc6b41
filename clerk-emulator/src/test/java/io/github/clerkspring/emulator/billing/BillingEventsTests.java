package io.github.clerkspring.emulator.billing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.TestInstance;
import io.github.clerkspring.emulator.openapi.Specification;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Store;
import io.github.clerkspring.emulator.users.UserShapes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events of billing: which there are, in which order, and what they say.
 */
class BillingEventsTests {

	private static final Duration MONTH = Duration.ofDays(31);

	private final SettableClock clock = new SettableClock();

	private final Store store = TestInstance.create(this.clock).store();

	private final List<String> events = new ArrayList<>();

	private String ada = "";

	@BeforeEach
	void begin() {
		this.store.run((tx) -> Billing.define(tx,
				new PlanDefinition("pro", "Pro", false, 2000, 1500L, 14, List.of("reports"))));
		this.store.listen(this::note);
		this.store.run((tx) -> {
			this.ada = tx.create(UserShapes.USER, (draft) -> {
			}).id();
			tx.publish("user.created", Json.object().put("id", this.ada));
		});
	}

	@Test
	void subscriptionBeginsAfterItsOwner() {
		assertThat(this.events).containsExactly("user.created", "subscription.created", "subscriptionItem.active",
				"subscription.active");
	}

	@Test
	void trialEndsInAPayment() {
		this.store.run((tx) -> Billing.card(tx, this.ada, false));
		this.events.clear();
		this.store.run((tx) -> Billing.subscribe(tx, this.ada, "pro", false, true));
		pass(Duration.ofDays(12));
		assertThat(this.events).containsExactly("subscriptionItem.ended", "subscriptionItem.active",
				"subscription.updated", "subscriptionItem.freeTrialEnding");
		this.events.clear();
		pass(Duration.ofDays(2));
		assertThat(this.events).containsExactly("paymentAttempt.created", "paymentAttempt.updated",
				"subscriptionItem.updated", "subscription.updated");
	}

	@Test
	void failedPaymentIsLateUntilAnotherCardPays() {
		this.store.run((tx) -> Billing.card(tx, this.ada, false));
		this.store.run((tx) -> Billing.subscribe(tx, this.ada, "pro", false, false));
		this.store.run((tx) -> Billing.card(tx, this.ada, true));
		this.events.clear();
		pass(MONTH);
		assertThat(this.events).containsExactly("paymentAttempt.created", "paymentAttempt.updated",
				"subscriptionItem.pastDue", "subscription.pastDue");
		this.events.clear();
		this.store.run((tx) -> Billing.card(tx, this.ada, false));
		assertThat(this.events).containsExactly("paymentAttempt.created", "paymentAttempt.updated",
				"subscriptionItem.active", "subscription.active");
	}

	@Test
	void checkoutWithoutCardStaysIncomplete() {
		this.events.clear();
		this.store.run((tx) -> Billing.subscribe(tx, this.ada, "pro", true, false));
		assertThat(this.events).containsExactly("subscriptionItem.incomplete");
	}

	private void pass(Duration duration) {
		this.clock.now = this.clock.now.plus(duration);
		this.store.run((tx) -> Billing.plan(tx, this.ada));
	}

	private void note(String type, ObjectNode data) {
		this.events.add(type);
		if (Specification.isAvailable() && !type.startsWith("user")) {
			assertThat(Specification.checkEvent(type, data)).as(type + " says " + data).isEmpty();
		}
	}

	private static final class SettableClock extends Clock {

		private Instant now = Instant.parse("2026-01-15T12:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
