package io.github.clerkspring.webhook.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reconciliation of objects of a single type. Only ids are kept in memory, as hashes.
 *
 * @param <T> the type of the objects
 */
final class ObjectReconciliation<T> {

	private static final int BATCH_SIZE = 500;

	private final SyncSource<T> source;

	private final SyncedObjects<T> objects;

	private final SyncPages pages;

	private final BooleanSupplier proceed;

	private final Map<DriftType, Long> repaired = new EnumMap<>(DriftType.class);

	// Objects created later are not left over, although they may not be listed
	private final IdSet storedBefore = new IdSet();

	private final IdSet listed = new IdSet();

	private @Nullable IdSet listedAgain;

	private final RejectedObjects rejected = new RejectedObjects();

	private boolean known;

	/**
	 * Create the reconciliation.
	 * @param source the source of the objects
	 * @param pages the reader of pages
	 * @param proceed the condition before each request, which extends the lease
	 */
	ObjectReconciliation(SyncSource<T> source, SyncPages pages, BooleanSupplier proceed) {
		this.source = source;
		this.objects = source.objects();
		this.pages = pages;
		this.proceed = proceed;
	}

	void readStoredIds() {
		String last = "";
		for (List<String> ids = stored(last); !ids.isEmpty(); ids = stored(last)) {
			ids.forEach(this.storedBefore::add);
			last = ids.get(ids.size() - 1);
		}
	}

	private List<String> stored(String after) {
		return this.objects.storedIds(after, BATCH_SIZE);
	}

	/**
	 * Store missing and stale objects.
	 * @return {@code false} if the reconciliation was stopped
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean storeDifferences() throws InterruptedException {
		return forEachPage(this::storeDifferences);
	}

	private void storeDifferences(List<T> page) {
		Map<String, SyncRecord> records = this.objects.records(page);
		for (T object : page) {
			String id = this.objects.id(object);
			this.known |= this.storedBefore.contains(id);
			if (this.listed.add(id)) {
				DriftType drift = this.objects.compare(object, records.getOrDefault(id, SyncRecord.UNKNOWN));
				if (drift != null && this.rejected.store(this.objects, object)) {
					count(drift);
				}
			}
		}
	}

	private boolean forEachPage(Consumer<List<T>> consumer) throws InterruptedException {
		BackfillPosition position = BackfillPosition.START;
		while (!position.finished()) {
			if (!this.proceed.getAsBoolean()) {
				return false;
			}
			SyncPages.SyncPage<T> page = this.pages.read(this.source, position, null);
			consumer.accept(page.objects());
			position = page.next();
		}
		return true;
	}

	/**
	 * Delete the objects that were stored before and do not exist at Clerk.
	 * @return {@code false} if the reconciliation was stopped
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean deleteLeftOver() throws InterruptedException {
		String last = "";
		for (List<String> ids = stored(last); !ids.isEmpty(); ids = stored(last)) {
			for (String id : ids) {
				if (this.storedBefore.contains(id) && !this.listed.contains(id) && !deleteUnlessFound(id)) {
					return false;
				}
			}
			last = ids.get(ids.size() - 1);
		}
		return true;
	}

	private boolean deleteUnlessFound(String id) throws InterruptedException {
		if (!this.proceed.getAsBoolean()) {
			return false;
		}
		Boolean exists = this.pages.read(this.source.exists(id));
		if (exists == null) {
			exists = listAgain().contains(id);
		}
		if (!exists) {
			this.objects.delete(id);
			count(DriftType.LEFT_OVER);
		}
		return true;
	}

	private IdSet listAgain() throws InterruptedException {
		IdSet known = this.listedAgain;
		if (known == null) {
			IdSet ids = new IdSet();
			boolean complete = forEachPage((page) -> page.forEach((object) -> ids.add(this.objects.id(object))));
			if (!complete) {
				return this.storedBefore;
			}
			this.listedAgain = ids;
			known = ids;
		}
		return known;
	}

	private void count(DriftType drift) {
		this.repaired.merge(drift, 1L, Long::sum);
	}

	boolean hasStoredIds() {
		return this.storedBefore.size() > 0;
	}

	// Whether Clerk has listed an object that was stored before
	boolean isKnown() {
		return this.known;
	}

	Drift drift() {
		return new Drift(this.source.type(), this.listed.size(), this.repaired);
	}

}
