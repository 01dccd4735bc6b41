package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.github.clerkspring.webhook.LoggedFailure;

/**
 * Thread that repeats a task until it is finished or the application stops. Failures are
 * logged.
 */
final class SyncThread {

	private static final Log logger = LogFactory.getLog(SyncThread.class);

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final String name;

	private final Duration interval;

	private final Task task;

	private final Thread thread;

	private SyncThread(String name, Duration interval, Task task) {
		this.name = name;
		this.interval = interval;
		this.task = task;
		this.thread = new Thread(this::repeat, "clerk-" + name);
		this.thread.setDaemon(true);
	}

	/**
	 * Start a thread.
	 * @param name the name of the task
	 * @param interval the delay between runs of the task
	 * @param task the task
	 * @return the thread
	 */
	static SyncThread start(String name, Duration interval, Task task) {
		SyncThread started = new SyncThread(name, interval, task);
		started.thread.start();
		return started;
	}

	private void repeat() {
		try {
			while (!isFinished() && !this.ended.await(this.interval.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.debug("The next run of the " + this.name + " begins");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isFinished() throws InterruptedException {
		try {
			return this.task.run(() -> this.ended.getCount() == 0);
		}
		catch (RuntimeException ex) {
			logger.error("The " + this.name + " failed, and is tried again in " + this.interval, LoggedFailure.of(ex));
			return false;
		}
	}

	void stop() {
		this.ended.countDown();
		try {
			this.thread.join(STOP_TIMEOUT.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Task that is repeated.
	 */
	@FunctionalInterface
	interface Task {

		/**
		 * Run the task once.
		 * @param stopped whether the application stops
		 * @return whether the task is finished
		 * @throws InterruptedException if the thread is interrupted
		 */
		boolean run(BooleanSupplier stopped) throws InterruptedException;

	}

}
