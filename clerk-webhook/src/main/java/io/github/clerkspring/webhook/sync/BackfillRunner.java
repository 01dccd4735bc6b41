package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a {@link ClerkBackfill} on a separate thread after the start of the application
 * until all objects are stored. Failed runs are retried.
 */
public final class BackfillRunner implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(BackfillRunner.class);

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

	private final ClerkBackfill backfill;

	private final Duration retryInterval;

	private volatile @Nullable Run current;

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
		Run run = new Run();
		this.current = run;
		run.thread.start();
	}

	@Override
	public synchronized void stop() {
		Run run = this.current;
		this.current = null;
		if (run != null) {
			run.end();
		}
	}

	@Override
	public boolean isRunning() {
		return this.current != null;
	}

	/**
	 * Task that runs the back-fill.
	 */
	private final class Run implements Runnable {

		private final CountDownLatch ended = new CountDownLatch(1);

		private final Thread thread = new Thread(this, "clerk-backfill");

		Run() {
			this.thread.setDaemon(true);
		}

		@Override
		public void run() {
			try {
				while (!isFinished()
						&& !this.ended.await(BackfillRunner.this.retryInterval.toMillis(), TimeUnit.MILLISECONDS)) {
					logger.debug("The back-fill is tried again");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private boolean isFinished() throws InterruptedException {
			try {
				return BackfillRunner.this.backfill.run(() -> this.ended.getCount() == 0);
			}
			catch (RuntimeException ex) {
				logger.error("The back-fill failed, and is tried again in " + BackfillRunner.this.retryInterval, ex);
				return false;
			}
		}

		void end() {
			this.ended.countDown();
			try {
				this.thread.join(STOP_TIMEOUT.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
