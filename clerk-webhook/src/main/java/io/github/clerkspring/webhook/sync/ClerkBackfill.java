package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.jdbc.core.JdbcOperations;

import io.github.clerkspring.client.ClerkBackendClient;

/**
 * Stores all existing users, organizations and memberships of Clerk, with the same
 * {@link SyncHandlers handlers} as webhooks. It runs in at most one process at a time.
 * The progress is saved after each page, so that the next run continues there.
 */
public final class ClerkBackfill {

	private static final Log logger = LogFactory.getLog(ClerkBackfill.class);

	private final List<SyncSource<?>> sources;

	private final BackfillState state;

	private final SyncPages pages;

	private final Clock clock;

	private final String owner = UUID.randomUUID().toString();

	/**
	 * Create the back-fill.
	 * @param sync the synchronization
	 * @param handlers the handlers of the application
	 * @param client the client of the Backend API
	 * @param jdbc the operations on the database with the progress
	 * @param pace the pace of requests
	 * @param clock the clock
	 */
	public ClerkBackfill(ClerkUserSync sync, SyncHandlers handlers, ClerkBackendClient client, JdbcOperations jdbc,
			RequestPace pace, Clock clock) {
		this.sources = SyncSources.of(client, sync, handlers);
		this.state = new BackfillState(jdbc, sync.transaction(), clock);
		this.pages = new SyncPages(pace);
		this.clock = clock;
	}

	/**
	 * Store all remaining objects. This method blocks until all objects are stored, or
	 * the back-fill is found to run in another process. It fails if Clerk, the database
	 * or a handler fails, and the next call repeats the page. A few objects whose values
	 * the database rejects are logged and skipped.
	 * @return whether all objects are stored
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean run() throws InterruptedException {
		return run(() -> false);
	}

	// Stop after the current page as soon as the condition holds
	boolean run(BooleanSupplier stopped) throws InterruptedException {
		for (SyncSource<?> source : this.sources) {
			if (!run(source, stopped)) {
				return false;
			}
		}
		return true;
	}

	private <T> boolean run(SyncSource<T> source, BooleanSupplier stopped) throws InterruptedException {
		if (this.state.find(source.type()).finished()) {
			return true;
		}
		if (!this.state.acquire(source.type(), this.owner)) {
			logger.info("The back-fill of " + source.type() + " is run by another process");
			return false;
		}
		try {
			return copy(source, stopped);
		}
		finally {
			this.state.release(source.type(), this.owner);
		}
	}

	private <T> boolean copy(SyncSource<T> source, BooleanSupplier stopped) throws InterruptedException {
		BackfillPosition position = this.state.find(source.type());
		BackfillReport report = new BackfillReport(source.type(), position, this.clock);
		RejectedObjects rejected = new RejectedObjects();
		Long count = this.pages.read(source.count());
		while (!position.finished() && !stopped.getAsBoolean()) {
			SyncPages.SyncPage<T> page = this.pages.read(source, position, count);
			page.objects().forEach((object) -> rejected.store(source.objects(), object));
			position = page.next();
			if (!this.state.save(source.type(), this.owner, position)) {
				return false;
			}
			report.log(position, rejected.count());
		}
		return position.finished();
	}

	/**
	 * Delete the progress, so that the next run starts from the beginning.
	 */
	public void reset() {
		this.state.reset();
	}

	/**
	 * Return the progress of each type.
	 * @return the progress, in the order of storage
	 */
	public List<BackfillProgress> progress() {
		return this.sources.stream().map((source) -> progress(source.type())).toList();
	}

	private BackfillProgress progress(SyncType type) {
		BackfillPosition position = this.state.find(type);
		return new BackfillProgress(type, position.done(), position.total(), position.finished());
	}

}
