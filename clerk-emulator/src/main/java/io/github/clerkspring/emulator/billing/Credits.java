package io.github.clerkspring.emulator.billing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Credit balances of payers, and their ledger entries.
 */
final class Credits {

	private Credits() {
	}

	/**
	 * Adds to or takes from the balance of a payer.
	 * @param tx the transaction
	 * @param payer the payer
	 * @param amount the amount in cents, negative to take
	 * @param sourceType the type of its source, such as {@code grant}
	 * @param sourceId the id of its source, or null without a source
	 * @param note a note, or null
	 * @return the entry
	 */
	static Resource enter(Transaction tx, Resource payer, long amount, String sourceType, @Nullable String sourceId,
			@Nullable String note) {
		long balance = Money.of(payer, "credits") + amount;
		if (balance < 0) {
			throw BillingErrors.unprocessable("insufficient_credit_balance",
					"The decrease amount exceeds the current credit balance");
		}
		Payers.update(tx, payer, (draft) -> draft.set("credits", balance));
		return tx.create(BillingShapes.LEDGER_ENTRY, (draft) -> {
			draft.set("payer_id", payer.id()).set("amount", amount).set("note", note);
			draft.set("source_type", sourceType);
			draft.set("source_id", (sourceId != null) ? sourceId : tx.ids().next("ccgrant"));
		});
	}

	/**
	 * Adjusts a balance at the wish of a caller, once for each key.
	 * @param tx the transaction
	 * @param payer the payer
	 * @param amount the amount in cents, negative to take
	 * @param note a note, or null
	 * @param key the idempotency key of the adjustment
	 * @return the entry
	 */
	static Resource adjust(Transaction tx, Resource payer, long amount, @Nullable String note, String key) {
		String request = payer.id() + ' ' + amount;
		Resource earlier = table(tx).first("idempotency_key", key);
		if (earlier != null) {
			if (!request.equals(earlier.text("request"))) {
				throw BillingErrors.conflict("conflict", "The idempotency key was used before for another adjustment.");
			}
			return earlier;
		}
		Resource entry = enter(tx, payer, amount, "grant", null, note);
		return tx.update(entry, (draft) -> draft.set("idempotency_key", key).set("request", request));
	}

	static ObjectNode show(Resource entry) {
		ObjectNode node = entry.toJson();
		node.set("amount", Money.show(Money.of(entry, "amount")));
		return node.put("created_at", Instant.ofEpochMilli(entry.createdAt()).toString());
	}

	static ObjectNode balance(Resource payer) {
		ObjectNode node = Json.object().put("object", "commerce_credit_balance");
		return node.set("balance", Json.of(Money.show(payer.number("credits"))));
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.LEDGER_ENTRY);
	}

}
