package io.github.clerkspring.security.keys;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.attack.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Time for ages.
 */
class ElapsedTimeTests {

	private final TestClock clock = new TestClock();

	private final ElapsedTime time = ElapsedTime.of(this.clock);

	@Test
	void countsStepsForward() {
		assertThat(this.time.millis()).isZero();
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.time.millis()).isEqualTo(5_000);
		assertThat(this.time.nanos()).isEqualTo(5_000_000_000L);
	}

	@Test
	void ignoresStepsBack() {
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.time.millis()).isEqualTo(5_000);
		this.clock.advance(Duration.ofHours(-3));
		assertThat(this.time.millis()).isEqualTo(5_000);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.time.millis()).isEqualTo(7_000);
	}

	@Test
	void doesNotAskTheClockOfTheSystem() {
		ElapsedTime system = ElapsedTime.of(Clock.systemUTC());
		long before = system.millis();
		assertThat(before).isBetween(0L, 60_000L);
		assertThat(system.millis()).isGreaterThanOrEqualTo(before);
	}

}
