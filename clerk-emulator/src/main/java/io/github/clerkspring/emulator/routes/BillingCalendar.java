package io.github.clerkspring.emulator.routes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen to subscription items, and when. Each item has at most one entry of
 * each kind.
 */
final class BillingCalendar {

	private static final long NOTICE = 3 * 86_400_000L;

	private final TreeSet<Entry> entries = new TreeSet<>(
			Comparator.comparingLong(Entry::instant).thenComparing(Entry::itemId).thenComparing(Entry::kind));

	private final Map<String, Entry> ends = new HashMap<>();

	private final Map<String, Entry> notices = new HashMap<>();

	/**
	 * Notes the end of a period in place of the one before.
	 * @param itemId the id of the item
	 * @param instant when, in milliseconds since the epoch
	 */
	void end(String itemId, long instant) {
		put(this.ends, new Entry(instant, itemId, Kind.END));
	}

	/**
	 * Notes when to tell of the end of a trial: three days before.
	 * @param itemId the id of the item
	 * @param end when the trial ends, in milliseconds since the epoch
	 */
	void notice(String itemId, long end) {
		put(this.notices, new Entry(end - NOTICE, itemId, Kind.NOTICE));
	}

	void forget(String itemId) {
		remove(this.ends.remove(itemId));
		remove(this.notices.remove(itemId));
	}

	/**
	 * Takes the first entry that is due.
	 * @param now milliseconds since the epoch
	 * @return the entry, or null if none is due
	 */
	@Nullable Entry next(long now) {
		if (this.entries.isEmpty() || this.entries.first().instant() > now) {
			return null;
		}
		Entry entry = this.entries.first();
		this.entries.remove(entry);
		((entry.kind() == Kind.END) ? this.ends : this.notices).remove(entry.itemId());
		return entry;
	}

	void clear() {
		this.entries.clear();
		this.ends.clear();
		this.notices.clear();
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

	private void put(Map<String, Entry> kind, Entry entry) {
		remove(kind.put(entry.itemId(), entry));
		this.entries.add(entry);
	}

	private void remove(@Nullable Entry entry) {
		if (entry != null) {
			this.entries.remove(entry);
		}
	}

	enum Kind {

		NOTICE, END

	}

	record Entry(long instant, String itemId, Kind kind) {

	}

}
