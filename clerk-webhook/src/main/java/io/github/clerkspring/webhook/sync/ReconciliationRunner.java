package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a {@link ClerkReconciliation} at an interval on a separate thread, in one of all
 * processes. It does not run before the back-fill is finished.
 */
public final class ReconciliationRunner implements SmartLifecycle {

	private static final Duration MAX_CHECK_INTERVAL = Duration.ofMinutes(1);

	private final ClerkReconciliation reconciliation;

	private final @Nullable ClerkBackfill backfill;

	private final Duration interval;

	private volatile @Nullable SyncThread thread;

	/**
	 * Create the runner.
	 * @param reconciliation the reconciliation
	 * @param backfill the back-fill, or {@code null}
	 * @param interval the interval between the end of a run and the next run
	 */
	public ReconciliationRunner(ClerkReconciliation reconciliation, @Nullable ClerkBackfill backfill,
			Duration interval) {
		this.reconciliation = reconciliation;
		this.backfill = backfill;
		this.interval = interval;
	}

	@Override
	public synchronized void start() {
		Duration check = (this.interval.compareTo(MAX_CHECK_INTERVAL) < 0) ? this.interval : MAX_CHECK_INTERVAL;
		this.thread = SyncThread.start("reconciliation", check, this::runIfDue);
	}

	// Returns false, since a reconciliation is always repeated
	boolean runIfDue(BooleanSupplier stopped) throws InterruptedException {
		if (this.backfill == null || this.backfill.progress().stream().allMatch(BackfillProgress::finished)) {
			this.reconciliation.run(this.interval, stopped);
		}
		return false;
	}

	@Override
	public synchronized void stop() {
		SyncThread running = this.thread;
		this.thread = null;
		if (running != null) {
			running.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
