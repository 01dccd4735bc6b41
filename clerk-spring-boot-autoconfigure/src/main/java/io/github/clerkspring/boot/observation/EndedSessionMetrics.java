package io.github.clerkspring.boot.observation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.webhook.session.EndedSessionPoller;
import io.github.clerkspring.webhook.session.EndedSessions;

/**
 * Metrics for the memory of ended sessions.
 */
class EndedSessionMetrics implements MeterBinder {

	private final EndedSessions sessions;

	private final @Nullable EndedSessionPoller poller;

	EndedSessionMetrics(EndedSessions sessions, @Nullable EndedSessionPoller poller) {
		this.sessions = sessions;
		this.poller = poller;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("clerk.sessions.ended.size", this.sessions, EndedSessions::size)
			.description("Ended sessions and changed users that are remembered")
			.register(registry);
		FunctionCounter.builder("clerk.sessions.ended.evictions", this.sessions, EndedSessions::evictions)
			.description("Ended sessions that were forgotten because the memory was full")
			.register(registry);
		if (this.poller != null) {
			FunctionCounter.builder("clerk.sessions.ended.failures", this.poller, EndedSessionPoller::failures)
				.description("Failed reads of the ended sessions of other processes")
				.register(registry);
		}
	}

}
