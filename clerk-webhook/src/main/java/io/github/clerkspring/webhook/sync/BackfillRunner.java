package io.github.clerkspring.webhook.sync;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a {@link ClerkBackfill} on a separate thread after the start of the application
 * until all objects are stored. Failed runs are retried.
 */
public final class BackfillRunner implements SmartLifecycle {

	private final ClerkBackfill backfill;

	private final Duration retryInterval;

	private volatile @Nullable SyncThread thread;

	/**
	 * Create the runner.
	 * @param backfill the back-fill
	 * @param retryInterval the delay after a failure, or while the back-fill runs in
	 * another process
	 */
	public BackfillRunner(ClerkBackfill backfill, Duration retryInterval) {
		this.backfill = backfill;
		this.retryInterval = retryInterval;
	}

	@Override
	public synchronized void start() {
		this.thread = SyncThread.start("back-fill", this.retryInterval, this.backfill::run);
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
