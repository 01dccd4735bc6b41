package io.github.clerkspring.emulator.routes;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Charges for subscription items: discounts and credits first, then the card. Each
 * payment attempt stands in the statement of its month.
 */
final class Charges {

	private final Emulation emulation;

	private final Payers payers;

	private final Plans plans;

	private final Credits credits;

	private final Discounts discounts;

	private final BillingEvents events;

	Charges(Emulation emulation, Payers payers, Plans plans, Credits credits, Discounts discounts,
			BillingEvents events) {
		this.emulation = emulation;
		this.payers = payers;
		this.plans = plans;
		this.credits = credits;
		this.discounts = discounts;
		this.events = events;
	}

	/**
	 * Charges for a period of an item.
	 * @param item the subscription item
	 * @param type {@code checkout} or {@code recurring}
	 * @param instant when it is due, in milliseconds since the epoch
	 * @return whether it is paid; what costs nothing is
	 */
	boolean charge(Resource item, String type, long instant) {
		long fee = Plans.fee(this.plans.price(item), item.required("plan_period"));
		if (fee == 0) {
			return true;
		}
		Resource payer = this.payers.get(item);
		long discount = this.discounts.reduction(item);
		long credit = Math.min(Money.of(payer, "credits"), fee - discount);
		long total = fee - discount - credit;
		Resource method = this.payers.paymentMethod(payer);
		if (total > 0 && method == null) {
			return false;
		}
		Resource attempt = attempt(item, payer, (total > 0) ? method : null, type, instant);
		table().update(attempt,
				(draft) -> draft.set("base_fee", fee)
					.set("discount", discount)
					.set("credit", credit)
					.set("credit_left", Money.of(payer, "credits") - credit));
		this.events.paymentAttempt("created", attempt);
		boolean paid = total == 0 || (method != null && !method.flag("declines"));
		if (paid && credit > 0) {
			this.credits.enter(payer, -credit, "payment_attempt", attempt.id(), null);
		}
		return settle(attempt, item, paid, total);
	}

	/**
	 * What an attempt asks for after discounts and credits.
	 * @param attempt the payment attempt
	 * @return the amount in cents
	 */
	static long total(Resource attempt) {
		return Money.of(attempt, "base_fee") - Money.of(attempt, "discount") - Money.of(attempt, "credit");
	}

	private boolean settle(Resource attempt, Resource item, boolean paid, long total) {
		long now = this.emulation.now();
		table().update(attempt,
				(draft) -> draft.set("status", (paid) ? "paid" : "failed").set((paid) ? "paid_at" : "failed_at", now));
		this.events.paymentAttempt("updated", attempt);
		if (paid) {
			this.discounts.count(item);
			this.emulation.table(BillingShapes.ITEM)
				.update(item, (draft) -> draft.set("lifetime_paid", Money.of(item, "lifetime_paid") + total));
		}
		return paid;
	}

	private Resource attempt(Resource item, Resource payer, @Nullable Resource method, String type, long instant) {
		String paymentId = this.emulation.ids().next("cpa");
		Table subscriptions = this.emulation.table(BillingShapes.SUBSCRIPTION);
		subscriptions.by("payer_id", payer.id())
			.forEach((subscription) -> subscriptions.update(subscription,
					(draft) -> draft.set("latest_payment_id", paymentId)));
		return this.emulation.create(BillingShapes.PAYMENT_ATTEMPT, (draft) -> {
			draft.set("payment_id", paymentId).set("instance_id", this.emulation.settings().instanceId());
			draft.set("charge_type", type).set("payee_id", BillingView.PAYEE).set("payer_id", payer.id());
			draft.set("subscription_item_id", item.id()).set("statement_id", statement(payer, instant).id());
			draft.set("payment_method_id", (method != null) ? method.id() : null);
			draft.set("gateway_external_id", "pi_" + this.emulation.ids().token(24)).createdAt(instant);
		});
	}

	private Resource statement(Resource payer, long instant) {
		Table statements = this.emulation.table(BillingShapes.STATEMENT);
		return statements.by("payer_id", payer.id())
			.stream()
			.filter((statement) -> month(Money.of(statement, "timestamp")).equals(month(instant)))
			.findFirst()
			.orElseGet(() -> this.emulation.create(BillingShapes.STATEMENT,
					(draft) -> draft.set("instance_id", this.emulation.settings().instanceId())
						.set("payer_id", payer.id())
						.set("timestamp", instant)
						.createdAt(instant)));
	}

	static YearMonth month(long instant) {
		return YearMonth.from(Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC));
	}

	private Table table() {
		return this.emulation.table(BillingShapes.PAYMENT_ATTEMPT);
	}

}
