package io.github.clerkspring.emulator.routes;

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

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.openapi.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events of billing: which there are, in which order, and what they say.
 */
class BillingEventsTests {

	private static final Duration MONTH = Duration.ofDays(31);

	private final SettableClock clock = new SettableClock();

	private final Emulation emulation = new Emulation(new Settings("sk_test_x", "pk_test_x", "clerk.emulator.test"),
			this.clock);

	private final Billing billing = new Backend(this.emulation).billing();

	private final List<String> events = new ArrayList<>();

	private String ada = "";

	@BeforeEach
	void begin() {
		run(() -> this.billing.define(new PlanDefinition("pro", "Pro", false, 2000, 1500L, 14, List.of("reports"))));
		this.emulation.events().listen(this::note);
		run(() -> {
			this.ada = this.emulation.create(UserShapes.USER, (draft) -> {
			}).id();
			this.emulation.events().publish("user.created", Json.object().put("id", this.ada));
		});
	}

	@Test
	void subscriptionBeginsAfterItsOwner() {
		assertThat(this.events).containsExactly("user.created", "subscription.created", "subscriptionItem.active",
				"subscription.active");
	}

	@Test
	void trialEndsInAPayment() {
		run(() -> this.billing.card(this.ada, false));
		this.events.clear();
		run(() -> this.billing.subscribe(this.ada, "pro", false, true));
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
		run(() -> this.billing.card(this.ada, false));
		run(() -> this.billing.subscribe(this.ada, "pro", false, false));
		run(() -> this.billing.card(this.ada, true));
		this.events.clear();
		pass(MONTH);
		assertThat(this.events).containsExactly("paymentAttempt.created", "paymentAttempt.updated",
				"subscriptionItem.pastDue", "subscription.pastDue");
		this.events.clear();
		run(() -> this.billing.card(this.ada, false));
		assertThat(this.events).containsExactly("paymentAttempt.created", "paymentAttempt.updated",
				"subscriptionItem.active", "subscription.active");
	}

	@Test
	void checkoutWithoutCardStaysIncomplete() {
		this.events.clear();
		run(() -> this.billing.subscribe(this.ada, "pro", true, false));
		assertThat(this.events).containsExactly("subscriptionItem.incomplete");
	}

	private void pass(Duration duration) {
		this.clock.now = this.clock.now.plus(duration);
		run(() -> this.billing.plan(this.ada));
	}

	private void run(Runnable action) {
		this.emulation.transaction(() -> {
			action.run();
			return null;
		});
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
