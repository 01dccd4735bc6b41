package io.github.clerkspring.emulator.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Charges for subscription items: discounts and credits first, then the card. Each
 * payment attempt stands in the statement of its month.
 */
final class Charges {

	private Charges() {
	}

	/**
	 * Charges for a period of an item.
	 * @param tx the transaction
	 * @param item the subscription item
	 * @param type {@code checkout} or {@code recurring}
	 * @param instant the due time, in milliseconds since the epoch
	 * @return whether the charge is paid; true for a zero amount
	 */
	static boolean charge(Transaction tx, Resource item, String type, long instant) {
		long fee = Plans.fee(Plans.price(tx, item), item.required("plan_period"));
		if (fee == 0) {
			return true;
		}
		Resource payer = Payers.get(tx, item);
		long discount = Discounts.reduction(tx, item);
		long credit = Math.min(Money.of(payer, "credits"), fee - discount);
		long total = fee - discount - credit;
		Resource method = Payers.paymentMethod(tx, payer);
		if (total > 0 && method == null) {
			return false;
		}
		Resource attempt = attempt(tx, item, payer, (total > 0) ? method : null, type, instant);
		tx.update(attempt,
				(draft) -> draft.set("base_fee", fee)
					.set("discount", discount)
					.set("credit", credit)
					.set("credit_left", Money.of(payer, "credits") - credit));
		BillingEvents.paymentAttempt(tx, "created", attempt);
		boolean paid = total == 0 || (method != null && !method.flag("declines"));
		if (paid && credit > 0) {
			Credits.enter(tx, payer, -credit, "payment_attempt", attempt.id(), null);
		}
		return settle(tx, attempt, item, paid, total);
	}

	/**
	 * Returns the amount of an attempt after discounts and credits.
	 * @param attempt the payment attempt
	 * @return the amount in cents
	 */
	static long total(Resource attempt) {
		return Money.of(attempt, "base_fee") - Money.of(attempt, "discount") - Money.of(attempt, "credit");
	}

	private static boolean settle(Transaction tx, Resource attempt, Resource item, boolean paid, long total) {
		long now = tx.now();
		tx.update(attempt,
				(draft) -> draft.set("status", (paid) ? "paid" : "failed").set((paid) ? "paid_at" : "failed_at", now));
		BillingEvents.paymentAttempt(tx, "updated", attempt);
		if (paid) {
			Discounts.count(tx, item);
			tx.update(item, (draft) -> draft.set("lifetime_paid", Money.of(item, "lifetime_paid") + total));
		}
		return paid;
	}

	private static Resource attempt(Transaction tx, Resource item, Resource payer, @Nullable Resource method,
			String type, long instant) {
		String paymentId = tx.ids().next("cpa");
		Table subscriptions = tx.table(BillingShapes.SUBSCRIPTION);
		subscriptions.by("payer_id", payer.id())
			.forEach((subscription) -> tx.update(subscription, (draft) -> draft.set("latest_payment_id", paymentId)));
		return tx.create(BillingShapes.PAYMENT_ATTEMPT, (draft) -> {
			draft.set("payment_id", paymentId).set("instance_id", Settings.of(tx).instanceId());
			draft.set("charge_type", type).set("payee_id", BillingView.PAYEE).set("payer_id", payer.id());
			draft.set("subscription_item_id", item.id()).set("statement_id", statement(tx, payer, instant).id());
			draft.set("payment_method_id", (method != null) ? method.id() : null);
			draft.set("gateway_external_id", "pi_" + tx.ids().token(24)).createdAt(instant);
		});
	}

	private static Resource statement(Transaction tx, Resource payer, long instant) {
		Table statements = tx.table(BillingShapes.STATEMENT);
		return statements.by("payer_id", payer.id())
			.stream()
			.filter((statement) -> month(Money.of(statement, "timestamp")).equals(month(instant)))
			.findFirst()
			.orElseGet(() -> tx.create(BillingShapes.STATEMENT,
					(draft) -> draft.set("instance_id", Settings.of(tx).instanceId())
						.set("payer_id", payer.id())
						.set("timestamp", instant)
						.createdAt(instant)));
	}

	static YearMonth month(long instant) {
		return YearMonth.from(Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC));
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.PAYMENT_ATTEMPT);
	}

}
