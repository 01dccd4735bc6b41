package io.github.clerkspring.webhook.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs the progress of a back-fill every ten seconds, and its end.
 */
final class BackfillReport {

	private static final Log logger = LogFactory.getLog(ClerkBackfill.class);

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	private final SyncType type;

	private final Clock clock;

	private final Instant start;

	private final long doneAtStart;

	private Instant last;

	BackfillReport(SyncType type, BackfillPosition position, Clock clock) {
		this.type = type;
		this.clock = clock;
		this.start = clock.instant();
		this.last = this.start;
		this.doneAtStart = position.done();
	}

	void log(BackfillPosition position, int rejected) {
		Instant now = this.clock.instant();
		if (position.finished()) {
			logger.info("Back-fill of %s is finished: %d stored".formatted(this.type, position.done() - rejected)
					+ ((rejected > 0) ? ", " + rejected + " rejected" : ""));
		}
		else if (!now.isBefore(this.last.plus(INTERVAL))) {
			this.last = now;
			logger.info(text(position, position.done() - this.doneAtStart, Duration.between(this.start, now)));
		}
	}

	private String text(BackfillPosition position, long stored, Duration elapsed) {
		double rate = stored * 1000.0 / Math.max(1, elapsed.toMillis());
		long remaining = Math.max(0, position.total() - position.done());
		String end = (rate > 0) ? "%.0f s remaining".formatted(remaining / rate) : "remaining time unknown";
		return String.format(Locale.ROOT, "Back-fill of %s: %d of %d (%.0f %%), %.0f a second, %s", this.type,
				position.done(), position.total(), 100.0 * position.done() / Math.max(1, position.total()), rate, end);
	}

}
