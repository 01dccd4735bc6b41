package io.github.clerkspring.boot.webhook;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Webhooks in an application whose events are published asynchronously.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class AsynchronousMulticasterTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void failureOfListenerIsNotLost(WebApplicationType type, CapturedOutput output) {
		try (WebhookServer server = WebhookServer.start(type, Application.class)) {
			Received received = server.bean(Received.class);
			received.behavior = (event) -> {
				throw new IllegalArgumentException("not today");
			};
			String body = WebhookServer.event("user.created", "user_1");
			assertThat(server.post("msg_1", body)).isEqualTo(500);
			assertThat(output).contains("A listener failed to handle webhook user.created msg_1");
			received.reset();
			assertThat(server.post("msg_1", body)).isEqualTo(204);
			assertThat(received.ids).containsExactly("msg_1");
			assertThat(received.threads).noneMatch((thread) -> thread.startsWith("multicaster-"));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(AbstractWebhookTests.Listeners.class)
	static class Application {

		@Bean
		Received received() {
			return new Received();
		}

		@Bean
		static SimpleApplicationEventMulticaster applicationEventMulticaster() {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setTaskExecutor(new SimpleAsyncTaskExecutor("multicaster-"));
			return multicaster;
		}

	}

}
