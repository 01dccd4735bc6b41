package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.keys.ElapsedTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits for requests to verify tokens.
 */
class VerificationLimitsTests {

	private final TestClock clock = new TestClock();

	private final VerificationLimits limits = new VerificationLimits(20, 5, ElapsedTime.of(this.clock));

	private int start(boolean known, int attempts) {
		int started = 0;
		for (int i = 0; i < attempts; i++) {
			started += (this.limits.tryStart(known)) ? 1 : 0;
		}
		return started;
	}

	@Test
	void reservesHalfForKnownTokens() {
		assertThat(start(false, 100)).isEqualTo(10);
		assertThat(start(true, 100)).isEqualTo(10);
		assertThat(this.limits.inFlight()).isEqualTo(20);
		this.limits.finish(false, false);
		assertThat(start(true, 5)).isOne();
		assertThat(start(false, 5)).isZero();
		this.limits.finish(true, false);
		assertThat(start(false, 5)).isOne();
	}

	@Test
	void letsKnownTokensUseAll() {
		assertThat(start(true, 100)).isEqualTo(20);
		assertThat(start(false, 1)).isZero();
	}

	@Test
	void limitsRateOfRefusals() {
		for (int i = 0; i < 50; i++) {
			assertThat(this.limits.tryStart(false)).as("refusal %s", i).isTrue();
			this.limits.finish(false, true);
		}
		assertThat(start(false, 1)).isZero();
		assertThat(start(true, 1)).isOne();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(start(false, 10)).isEqualTo(5);
		this.clock.advance(Duration.ofHours(1));
		assertThat(start(false, 10)).isEqualTo(5);
	}

	@Test
	void doesNotCountOtherOutcomesAsRefusals() {
		for (int i = 0; i < 1_000; i++) {
			assertThat(this.limits.tryStart(false)).isTrue();
			this.limits.finish(false, false);
		}
		assertThat(this.limits.inFlight()).isZero();
	}

}
