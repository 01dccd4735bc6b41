package io.github.clerkspring.emulator.billing;

import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The due events of subscription items. Each item has at most one entry of each kind.
 */
final class BillingCalendar {

	private static final long NOTICE = 3 * 86_400_000L;

	private BillingCalendar() {
	}

	/**
	 * Notes the end of a period in place of the one before.
	 * @param tx the transaction
	 * @param itemId the id of the item
	 * @param instant when, in milliseconds since the epoch
	 */
	static void end(Transaction tx, String itemId, long instant) {
		put(tx, itemId, Kind.END, instant);
	}

	/**
	 * Schedules the event of an ending trial, three days before its end.
	 * @param tx the transaction
	 * @param itemId the id of the item
	 * @param end when the trial ends, in milliseconds since the epoch
	 */
	static void notice(Transaction tx, String itemId, long end) {
		put(tx, itemId, Kind.NOTICE, end - NOTICE);
	}

	static void forget(Transaction tx, String itemId) {
		table(tx).by("item_id", itemId).forEach(tx::remove);
	}

	/**
	 * Takes the first entry that is due.
	 * @param tx the transaction
	 * @param now milliseconds since the epoch
	 * @return the entry, or null if none is due
	 */
	static @Nullable Entry next(Transaction tx, long now) {
		if (table(tx).size() == 0 || table(tx).all().first().createdAt() > now) {
			return null;
		}
		Resource first = table(tx).all().first();
		tx.remove(first);
		return new Entry(first.createdAt(), first.required("item_id"), Kind.valueOf(first.required("kind")));
	}

	/**
	 * The end of a period.
	 * @param start when it begins, in milliseconds since the epoch
	 * @param period {@code month} or {@code annual}
	 * @return when it ends, in milliseconds since the epoch
	 */
	static long after(long start, String period) {
		return Instant.ofEpochMilli(start)
			.atOffset(ZoneOffset.UTC)
			.plusMonths((period.equals("annual")) ? 12 : 1)
			.toInstant()
			.toEpochMilli();
	}

	private static void put(Transaction tx, String itemId, Kind kind, long instant) {
		table(tx).by("item_id", itemId)
			.stream()
			.filter((entry) -> kind.name().equals(entry.text("kind")))
			.forEach(tx::remove);
		tx.create(BillingShapes.CALENDAR,
				(draft) -> draft.createdAt(instant).set("item_id", itemId).set("kind", kind.name()));
	}

	private static Table table(Transaction tx) {
		return tx.table(BillingShapes.CALENDAR);
	}

	enum Kind {

		NOTICE, END

	}

	record Entry(long instant, String itemId, Kind kind) {

	}

}
