package io.github.clerkspring.boot.webhook;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Webhooks in an application whose event multicaster has an executor or an error handler.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class EventMulticasterTests {

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

	@ParameterizedTest
	@ValueSource(strings = { "direct", "accept-then-process" })
	void failureOfListenerIsNotSuppressed(String mode, CapturedOutput output) {
		try (WebhookServer server = WebhookServer.start(WebApplicationType.SERVLET, SuppressingApplication.class,
				"clerk.webhook.mode=" + mode, "clerk.webhook.worker.initial-backoff=10ms",
				"clerk.webhook.worker.poll-interval=10ms", "clerk.webhook.worker.max-attempts=2")) {
			Received received = server.bean(Received.class);
			received.behavior = (event) -> {
				throw new IllegalArgumentException("not today");
			};
			int status = server.post("msg_1", WebhookServer.event("user.created", "user_1"));
			if (mode.equals("direct")) {
				assertThat(status).isEqualTo(500);
				assertThat(output).contains("A listener failed to handle webhook user.created msg_1");
			}
			else {
				assertThat(status).isEqualTo(204);
				Inbox inbox = server.bean(Inbox.class);
				Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> inbox.size().dead() == 1);
				assertThat(output).contains("Attempt 2 to handle webhook user.created msg_1 failed");
			}
			assertThat(output).contains("suppressed: not today");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(AbstractWebhookTests.Listeners.class)
	static class SuppressingApplication {

		@Bean
		Received received() {
			return new Received();
		}

		@Bean
		static SimpleApplicationEventMulticaster applicationEventMulticaster() {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setErrorHandler((failure) -> System.out.println("suppressed: " + failure.getMessage()));
			return multicaster;
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
