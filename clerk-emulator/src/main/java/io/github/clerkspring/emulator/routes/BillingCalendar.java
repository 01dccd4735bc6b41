package io.github.clerkspring.emulator.routes;

import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * What is to happen to subscription items, and when. Each item has at most one entry of
 * each kind.
 */
final class BillingCalendar {

	private static final long NOTICE = 3 * 86_400_000L;

	private final Emulation emulation;

	BillingCalendar(Emulation emulation) {
		this.emulation = emulation;
	}

	/**
	 * Notes the end of a period in place of the one before.
	 * @param itemId the id of the item
	 * @param instant when, in milliseconds since the epoch
	 */
	void end(String itemId, long instant) {
		put(itemId, Kind.END, instant);
	}

	/**
	 * Notes when to tell of the end of a trial: three days before.
	 * @param itemId the id of the item
	 * @param end when the trial ends, in milliseconds since the epoch
	 */
	void notice(String itemId, long end) {
		put(itemId, Kind.NOTICE, end - NOTICE);
	}

	void forget(String itemId) {
		table().by("item_id", itemId).forEach(table()::remove);
	}

	/**
	 * Takes the first entry that is due.
	 * @param now milliseconds since the epoch
	 * @return the entry, or null if none is due
	 */
	@Nullable Entry next(long now) {
		if (table().size() == 0 || table().all().first().createdAt() > now) {
			return null;
		}
		Resource first = table().all().first();
		table().remove(first);
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

	private void put(String itemId, Kind kind, long instant) {
		table().by("item_id", itemId)
			.stream()
			.filter((entry) -> kind.name().equals(entry.text("kind")))
			.forEach(table()::remove);
		this.emulation.create(BillingShapes.CALENDAR,
				(draft) -> draft.createdAt(instant).set("item_id", itemId).set("kind", kind.name()));
	}

	private Table table() {
		return this.emulation.table(BillingShapes.CALENDAR);
	}

	enum Kind {

		NOTICE, END

	}

	record Entry(long instant, String itemId, Kind kind) {

	}

}
