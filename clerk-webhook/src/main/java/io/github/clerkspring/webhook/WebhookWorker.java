package io.github.clerkspring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.event.UnreadableEventException;
import io.github.clerkspring.webhook.inbox.Delivery;
import io.github.clerkspring.webhook.inbox.DeliveryEntry;
import io.github.clerkspring.webhook.inbox.Inbox;
import io.github.clerkspring.webhook.inbox.InboxUnavailableException;
import io.github.clerkspring.webhook.inbox.RetrySchedule;

/**
 * Worker that handles the pending deliveries of an inbox and removes old deliveries. It
 * runs for the lifetime of the application context.
 */
public final class WebhookWorker implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(WebhookWorker.class);

	private static final int REMOVED_AT_ONCE = 500;

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

	private static final int MAX_FAILURE_LENGTH = 255;

	private final Inbox inbox;

	private final ClerkEventReader reader;

	private final ApplicationEventPublisher publisher;

	private final Options options;

	private final Clock clock;

	private final WebhookReporter reporter;

	private volatile @Nullable ScheduledThreadPoolExecutor executor;

	/**
	 * Create the worker.
	 * @param inbox the inbox
	 * @param reader the reader of events
	 * @param publisher the publisher of events, which calls the listeners and propagates
	 * their exceptions
	 * @param options the options
	 * @param clock the clock
	 * @param observers the observers of attempts
	 */
	public WebhookWorker(Inbox inbox, ClerkEventReader reader, ApplicationEventPublisher publisher, Options options,
			Clock clock, List<WebhookObserver> observers) {
		this.inbox = inbox;
		this.reader = reader;
		this.publisher = publisher;
		this.options = options;
		this.clock = clock;
		this.reporter = new WebhookReporter(observers, clock);
	}

	@Override
	public synchronized void start() {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("clerk-webhook-");
		factory.setDaemon(true);
		ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(this.options.concurrency(), factory);
		threads.setRemoveOnCancelPolicy(true);
		long interval = this.options.pollInterval().toMillis();
		for (int i = 0; i < this.options.concurrency(); i++) {
			threads.scheduleWithFixedDelay(this::processAll, interval * i / this.options.concurrency(), interval,
					TimeUnit.MILLISECONDS);
		}
		long cleanUp = this.options.cleanUpInterval().toMillis();
		threads.scheduleWithFixedDelay(this::removeOld, cleanUp, cleanUp, TimeUnit.MILLISECONDS);
		this.executor = threads;
	}

	@Override
	public synchronized void stop() {
		ScheduledThreadPoolExecutor threads = this.executor;
		this.executor = null;
		if (threads != null) {
			threads.shutdown();
			try {
				if (!threads.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
					logger.warn("A listener still handles a webhook; it is handled again after the next start");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

	/**
	 * Check for deliveries immediately instead of at the end of the interval.
	 */
	public void wakeUp() {
		ScheduledThreadPoolExecutor threads = this.executor;
		if (threads != null && threads.getQueue().size() < this.options.concurrency() * 4) {
			threads.execute(this::processAll);
		}
	}

	/**
	 * Make a dead letter pending again, and handle it immediately.
	 * @param id the id of the delivery
	 * @return {@code false} if the dead letter does not exist
	 */
	public boolean replay(String id) {
		boolean replayed = this.inbox.replay(id, this.clock.instant());
		if (replayed) {
			wakeUp();
		}
		return replayed;
	}

	private void processAll() {
		try {
			DeliveryEntry claimed = claim();
			while (claimed != null) {
				process(claimed);
				claimed = isRunning() ? claim() : null;
			}
		}
		catch (InboxUnavailableException ex) {
			logger.error("Accepted webhooks wait: " + ex.getMessage(), LoggedFailure.of(ex));
		}
		catch (RuntimeException | Error ex) {
			// An exception would cancel the scheduled task
			logger.error("Accepted webhooks wait", LoggedFailure.of(ex));
		}
	}

	private @Nullable DeliveryEntry claim() {
		return this.inbox.claim(this.clock.instant(), this.options.schedule());
	}

	private void process(DeliveryEntry claimed) {
		long start = System.nanoTime();
		try {
			if (this.inbox.process(claimed.id(), this.clock.instant(), this::publish)) {
				this.reporter.report(claimed.type(), claimed.eventTime(), WebhookOutcome.HANDLED, start);
			}
		}
		catch (InboxUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			fail(claimed, ex, start);
		}
	}

	private void publish(Delivery delivery) {
		this.publisher.publishEvent(this.reader.read(delivery.id(), delivery.eventTime(), delivery.body()));
	}

	private void fail(DeliveryEntry claimed, Throwable failure, long start) {
		boolean dead = failure instanceof UnreadableEventException
				|| claimed.attempts() >= this.options.schedule().maxAttempts();
		logger.error("Attempt " + claimed.attempts() + " to handle webhook " + claimed.type() + " " + claimed.id()
				+ " failed" + (dead ? "; it is kept as a dead letter" : ""), LoggedFailure.of(failure));
		String name = failure.getClass().getName();
		this.inbox.fail(claimed.id(), name.substring(0, Math.min(name.length(), MAX_FAILURE_LENGTH)), dead);
		this.reporter.report(claimed.type(), claimed.eventTime(), dead ? WebhookOutcome.DEAD : WebhookOutcome.FAILED,
				start);
	}

	/**
	 * Remove old deliveries, in small batches to keep locks short.
	 */
	private void removeOld() {
		try {
			Instant before = this.clock.instant().minus(this.options.retention());
			while (isRunning() && this.inbox.removeBefore(before, REMOVED_AT_ONCE) == REMOVED_AT_ONCE) {
				logger.debug("Removed " + REMOVED_AT_ONCE + " webhooks from the inbox");
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Old webhooks are not removed from the inbox", LoggedFailure.of(ex));
		}
	}

	/**
	 * Options of the worker.
	 *
	 * @param concurrency the maximum number of deliveries that are handled concurrently
	 * @param pollInterval the interval between checks for deliveries of other processes
	 * @param schedule the schedule of retries
	 * @param retention the time for which handled deliveries are stored
	 * @param cleanUpInterval the interval between removals of old deliveries
	 */
	public record Options(int concurrency, Duration pollInterval, RetrySchedule schedule, Duration retention,
			Duration cleanUpInterval) {

		public Options {
			Assert.isTrue(concurrency > 0, "concurrency must be positive");
			Assert.isTrue(pollInterval.toMillis() > 0, "pollInterval must be positive");
			Assert.isTrue(retention.toMillis() > 0, "retention must be positive");
			Assert.isTrue(cleanUpInterval.toMillis() > 0, "cleanUpInterval must be positive");
		}

	}

}
