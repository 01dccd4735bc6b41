package io.github.clerkspring.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WebhookReporterTests {

	@Test
	void failureOfObserverHasNoEffect(CapturedOutput output) {
		List<WebhookReport> reports = new ArrayList<>();
		WebhookObserver failing = (report) -> {
			throw new IllegalStateException("not today");
		};
		new WebhookReporter(List.of(failing, reports::add), Clock.systemUTC()).report("user.created", Instant.EPOCH,
				WebhookOutcome.HANDLED, 0);
		assertThat(reports).hasSize(1);
		assertThat(output).contains("An observer of webhooks failed").contains("not today");
	}

}
