package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.jdbc.core.JdbcOperations;

import io.github.clerkspring.client.ClerkBackendClient;

/**
 * Compares the stored state with Clerk and repairs differences, such as those of lost
 * webhooks, with the same {@link SyncHandlers handlers} and the same order of changes. It
 * runs in at most one process at a time.
 */
public final class ClerkReconciliation {

	private static final Log logger = LogFactory.getLog(ClerkReconciliation.class);

	private final ClerkUserSync sync;

	private final SyncHandlers handlers;

	private final ClerkBackendClient client;

	private final SyncPages pages;

	private final SyncLease lease;

	private final List<ReconciliationObserver> observers;

	/**
	 * Create the reconciliation.
	 * @param sync the synchronization
	 * @param handlers the handlers of the application
	 * @param client the client of the Backend API
	 * @param jdbc the operations on the database with the lease
	 * @param pace the pace of requests
	 * @param clock the clock
	 * @param observers the observers
	 */
	public ClerkReconciliation(ClerkUserSync sync, SyncHandlers handlers, ClerkBackendClient client,
			JdbcOperations jdbc, RequestPace pace, Clock clock, List<ReconciliationObserver> observers) {
		this.sync = sync;
		this.handlers = handlers;
		this.client = client;
		this.pages = new SyncPages(pace);
		this.lease = new SyncLease(jdbc, sync.transaction(), "reconciliation", clock);
		this.observers = List.copyOf(observers);
	}

	/**
	 * Compare all objects and repair differences, unless another process does. This
	 * method blocks. It fails if Clerk, the database or a handler fails.
	 * @return whether all objects were compared
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean run() throws InterruptedException {
		return run(Duration.ZERO, () -> false);
	}

	/**
	 * Run if the last run of all processes ended before the interval.
	 * @param interval the interval
	 * @param stopped the condition of a stop before the next request
	 * @return whether all objects were compared
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean run(Duration interval, BooleanSupplier stopped) throws InterruptedException {
		String owner = UUID.randomUUID().toString();
		if (!this.lease.acquire(owner, interval)) {
			logger.debug("The reconciliation is not due, or is run by another process");
			return false;
		}
		List<ObjectReconciliation<?>> types = new ArrayList<>();
		BooleanSupplier proceed = () -> !stopped.getAsBoolean() && this.lease.extend(owner);
		for (SyncSource<?> source : SyncSources.of(this.client, this.sync, this.handlers)) {
			types.add(new ObjectReconciliation<>(source, this.pages, proceed));
		}
		boolean finished = false;
		try {
			finished = reconcile(types);
		}
		finally {
			this.lease.release(owner, finished);
			report(new ReconciliationReport(types.stream().map(ObjectReconciliation::drift).toList(), finished));
		}
		return finished;
	}

	private static boolean reconcile(List<ObjectReconciliation<?>> types) throws InterruptedException {
		types.forEach(ObjectReconciliation::readStoredIds);
		for (ObjectReconciliation<?> type : types) {
			if (!type.storeDifferences()) {
				return false;
			}
		}
		return deleteLeftOver(types);
	}

	// Memberships before organizations and users
	private static boolean deleteLeftOver(List<ObjectReconciliation<?>> types) throws InterruptedException {
		if (types.stream().noneMatch(ObjectReconciliation::isKnown)) {
			if (types.stream().anyMatch(ObjectReconciliation::hasStoredIds)) {
				logger.warn("Clerk has none of the stored objects: nothing is deleted. "
						+ "Check that the secret key belongs to the instance of these objects");
			}
			return true;
		}
		List<ObjectReconciliation<?>> reversed = new ArrayList<>(types);
		Collections.reverse(reversed);
		for (ObjectReconciliation<?> type : reversed) {
			if (!type.deleteLeftOver()) {
				return false;
			}
		}
		return true;
	}

	private void report(ReconciliationReport report) {
		logger.info(
				"Reconciliation with Clerk " + ((report.finished()) ? "is finished: " : "has ended early: ") + report);
		this.observers.forEach((observer) -> observer.onEnd(report));
	}

}
