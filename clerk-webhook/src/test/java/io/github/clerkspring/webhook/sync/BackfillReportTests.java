package io.github.clerkspring.webhook.sync;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class BackfillReportTests {

	private final TestClock clock = new TestClock();

	@Test
	void logsTheProgressEveryTenSeconds(CapturedOutput output) {
		BackfillReport report = new BackfillReport(SyncType.USER, position(1000, false), this.clock);
		this.clock.now = this.clock.now.plus(Duration.ofSeconds(9));
		report.log(position(1500, false), 0);
		assertThat(output).doesNotContain("Back-fill");
		this.clock.now = this.clock.now.plus(Duration.ofSeconds(1));
		report.log(position(2500, false), 0);
		assertThat(output).contains("Back-fill of USER: 2500 of 10000 (25 %), 150 a second, 50 s remaining");
		report.log(position(3000, false), 0);
		assertThat(output).doesNotContain("3000");
		report.log(position(10_000, true), 0);
		assertThat(output).contains("Back-fill of USER is finished: 10000 stored");
	}

	private static BackfillPosition position(long done, boolean finished) {
		return new BackfillPosition(0, 0, done, 10_000, finished);
	}

}
