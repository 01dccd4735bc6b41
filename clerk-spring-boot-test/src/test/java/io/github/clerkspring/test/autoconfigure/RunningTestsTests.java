package io.github.clerkspring.test.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.test.autoconfigure.RunningTests.RunningTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RunningTests}.
 */
class RunningTestsTests {

	private final RunningTests tests = new RunningTests();

	private final AtomicInteger resets = new AtomicInteger();

	private final RunningTest first = new RunningTest("FirstTests.runs");

	private final RunningTest second = new RunningTest("SecondTests.runs");

	@Test
	void refusesResetWhileAnotherTestRuns() {
		this.tests.start(this.first, this.resets::incrementAndGet, true);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.tests.start(this.second, this.resets::incrementAndGet, true))
			.withMessageContaining("SecondTests.runs")
			.withMessageContaining("FirstTests.runs")
			.withMessageContaining("reset = false");
		assertThat(this.resets).hasValue(1);
		this.tests.end(this.second);
		this.tests.end(this.first);
		this.tests.start(this.second, this.resets::incrementAndGet, true);
		assertThat(this.resets).hasValue(2);
	}

	@Test
	void letsTestsWithoutResetRunTogether() {
		Runnable nothing = () -> {
		};
		this.tests.start(this.first, nothing, false);
		this.tests.start(this.second, nothing, false);
		this.tests.end(this.first);
		assertThatIllegalStateException().isThrownBy(() -> this.tests.start(this.first, nothing, true))
			.withMessageContaining("SecondTests.runs");
	}

}
