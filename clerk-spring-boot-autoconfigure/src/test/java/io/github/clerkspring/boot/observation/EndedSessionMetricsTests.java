package io.github.clerkspring.boot.observation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

import io.github.clerkspring.webhook.session.EndedSession;
import io.github.clerkspring.webhook.session.EndedSessionPoller;
import io.github.clerkspring.webhook.session.EndedSessionStore;
import io.github.clerkspring.webhook.session.EndedSessions;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class EndedSessionMetricsTests {

	private final EndedSessions sessions = new EndedSessions(2, Duration.ofMinutes(15), Clock.systemUTC());

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkEndedSessionsMetricsAutoConfiguration.class))
		.withBean(SimpleMeterRegistry.class)
		.withBean(EndedSessions.class, () -> this.sessions);

	@Test
	void fullMemoryIsCounted() {
		this.runner.run((context) -> {
			MeterRegistry registry = bind(context.getBean(EndedSessionMetrics.class),
					context.getBean(MeterRegistry.class));
			for (String id : List.of("sess_1", "sess_2", "sess_3")) {
				Instant now = Instant.now();
				this.sessions.add(new EndedSession(EndedSession.Type.SESSION, id, true, now, now));
			}
			assertThat(registry.get("clerk.sessions.ended.size").gauge().value()).isEqualTo(2);
			assertThat(registry.get("clerk.sessions.ended.evictions").functionCounter().count()).isEqualTo(1);
			assertThat(registry.find("clerk.sessions.ended.failures").meter()).isNull();
		});
	}

	@Test
	void unavailableDatabaseIsCounted(CapturedOutput output) {
		this.runner.withBean(EndedSessionPoller.class, this::poller).run((context) -> {
			MeterRegistry registry = bind(context.getBean(EndedSessionMetrics.class),
					context.getBean(MeterRegistry.class));
			assertThat(registry.get("clerk.sessions.ended.failures").functionCounter().count()).isEqualTo(1);
			assertThat(output).contains("Ended sessions of other processes cannot be read");
		});
	}

	// The poller reads once at start, and then after an hour
	private EndedSessionPoller poller() {
		return new EndedSessionPoller(this.sessions, new UnavailableStore(), Duration.ofHours(1), Clock.systemUTC());
	}

	private static MeterRegistry bind(EndedSessionMetrics metrics, MeterRegistry registry) {
		metrics.bindTo(registry);
		return registry;
	}

	private static final class UnavailableStore implements EndedSessionStore {

		@Override
		public void add(String deliveryId, EndedSession ended) {
			throw new DataAccessResourceFailureException("no database");
		}

		@Override
		public List<EndedSession> since(Instant time) {
			throw new DataAccessResourceFailureException("no database");
		}

		@Override
		public void removeBefore(Instant time) {
			throw new DataAccessResourceFailureException("no database");
		}

	}

}
