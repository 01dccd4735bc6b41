package io.github.clerkspring.webhook.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

import io.github.clerkspring.webhook.LoggedFailure;

/**
 * Reads the entries recorded by other processes, starting before the web server. If the
 * database is not available, tokens are checked against the known entries.
 */
public final class EndedSessionPoller implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(EndedSessionPoller.class);

	/**
	 * Overlap of reads, since rows become visible on commit and the clocks of processes
	 * differ.
	 */
	private static final Duration OVERLAP = Duration.ofSeconds(30);

	private static final Duration CLEAN_UP_INTERVAL = Duration.ofMinutes(1);

	private final EndedSessions sessions;

	private final EndedSessionStore store;

	private final Duration interval;

	private final Clock clock;

	private final AtomicLong failures = new AtomicLong();

	private volatile @Nullable ScheduledThreadPoolExecutor executor;

	private boolean failing;

	private Instant from = Instant.EPOCH;

	private Instant cleanUp = Instant.EPOCH;

	/**
	 * Create the poller.
	 * @param sessions the ended sessions in the memory of this process
	 * @param store the store shared by all processes
	 * @param interval the interval between reads
	 * @param clock the clock
	 */
	public EndedSessionPoller(EndedSessions sessions, EndedSessionStore store, Duration interval, Clock clock) {
		this.sessions = sessions;
		this.store = store;
		this.interval = interval;
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		poll();
		CustomizableThreadFactory factory = new CustomizableThreadFactory("clerk-ended-sessions-");
		factory.setDaemon(true);
		ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, factory);
		thread.scheduleWithFixedDelay(this::poll, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
		this.executor = thread;
	}

	@Override
	public synchronized void stop() {
		ScheduledThreadPoolExecutor thread = this.executor;
		this.executor = null;
		if (thread != null) {
			thread.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

	@Override
	public int getPhase() {
		return 0;
	}

	// Read new rows once
	void poll() {
		try {
			Instant now = this.clock.instant();
			Instant oldest = now.minus(this.sessions.retention());
			this.store.since(oldest.isAfter(this.from) ? oldest : this.from).forEach(this.sessions::add);
			this.from = now.minus(OVERLAP);
			removeOld(now, oldest);
			if (this.failing) {
				logger.info("Ended sessions of other processes are read again");
			}
			this.failing = false;
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
	}

	private void removeOld(Instant now, Instant oldest) {
		if (!now.isBefore(this.cleanUp)) {
			this.cleanUp = now.plus(CLEAN_UP_INTERVAL);
			this.store.removeBefore(oldest);
		}
	}

	private void fail(RuntimeException failure) {
		this.failures.incrementAndGet();
		if (!this.failing) {
			logger.warn("Ended sessions of other processes cannot be read: tokens are accepted without them",
					LoggedFailure.of(failure));
		}
		this.failing = true;
	}

	/**
	 * Return the number of failed reads of the store.
	 * @return the number
	 */
	public long failures() {
		return this.failures.get();
	}

}
