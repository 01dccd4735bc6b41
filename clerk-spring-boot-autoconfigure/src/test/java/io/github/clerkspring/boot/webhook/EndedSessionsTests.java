package io.github.clerkspring.boot.webhook;

import java.net.http.HttpRequest;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.session.EndedSessionPoller;
import io.github.clerkspring.webhook.session.EndedSessionStore;
import io.github.clerkspring.webhook.session.EndedSessions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that ends is refused by every process that shares the database.
 */
@Timeout(120)
class EndedSessionsTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private WebhookServer first;

	private WebhookServer second;

	@AfterEach
	void stop() {
		if (this.second != null) {
			this.second.bean(JdbcTemplate.class).execute("SHUTDOWN");
			this.second.close();
			this.first.close();
		}
		this.clerk.close();
	}

	private WebhookServer start(WebApplicationType type) {
		return WebhookServer.start(type, Application.class, "clerk.ended-sessions.enabled=true",
				"clerk.publishable-key=" + this.clerk.publishableKey(), "clerk.jwks.uri=" + this.clerk.jwksUrl(),
				"spring.datasource.url=jdbc:h2:mem:ended;DB_CLOSE_DELAY=-1",
				"spring.datasource.generate-unique-name=false");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void endedSessionIsRefusedByAnotherProcess(WebApplicationType type) {
		this.first = start(type);
		this.second = start(type);
		String user = this.clerk.users().create("ada@example.com");
		String ended = this.clerk.sessionToken(user).session("sess_ended").mint();
		String other = this.clerk.sessionToken(user).session("sess_other").mint();
		assertThat(get(this.first, ended)).isEqualTo(404);
		assertThat(get(this.second, ended)).isEqualTo(404);
		assertThat(this.first.post("msg_1", WebhookServer.event("session.ended", "sess_ended"))).isEqualTo(204);
		assertThat(get(this.first, ended)).isEqualTo(401);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> get(this.second, ended) == 401);
		assertThat(get(this.second, other)).isEqualTo(404);
		assertThat(this.first.post("msg_2", WebhookServer.event("user.deleted", user))).isEqualTo(204);
		assertThat(get(this.first, other)).isEqualTo(401);
	}

	@Test
	void isOffUnlessEnabled() {
		runner().run((context) -> assertThat(context).doesNotHaveBean(EndedSessions.class)
			.doesNotHaveBean(EndedSessionValidator.class));
	}

	@Test
	void oneProcessNeedsNoDatabase() {
		runner().withPropertyValues("clerk.ended-sessions.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(EndedSessions.class)
				.hasSingleBean(EndedSessionValidator.class)
				.doesNotHaveBean(EndedSessionStore.class)
				.doesNotHaveBean(EndedSessionPoller.class));
	}

	private static WebApplicationContextRunner runner() {
		return new WebApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(ClerkWebhookAutoConfiguration.class, ClerkEndedSessionsAutoConfiguration.class));
	}

	private static int get(WebhookServer server, String token) {
		HttpRequest request = server.request("/nothing").header("Authorization", "Bearer " + token).GET().build();
		return server.send(request).statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
