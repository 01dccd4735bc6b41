package io.github.clerkspring.boot.webhook;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.boot.ClerkEndedSessionsProperties;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.session.EndedSession;
import io.github.clerkspring.webhook.session.EndedSessionListener;
import io.github.clerkspring.webhook.session.EndedSessionPoller;
import io.github.clerkspring.webhook.session.EndedSessionStore;
import io.github.clerkspring.webhook.session.EndedSessions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that ends is refused by every process that shares the database.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
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

	/**
	 * Within a second: the second process reads twice a second, and refuses the token
	 * after the first read that begins after the response to the webhook.
	 */
	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void endedSessionIsRefusedByAnotherProcess(WebApplicationType type) {
		this.first = start(type);
		this.second = start(type);
		this.clerk.webhooks()
			.endpoint(this.first.uri(WebhookServer.PATH).toString(),
					(endpoint) -> endpoint.secret(WebhookServer.SECRET).types("session.removed", "user.deleted"));
		String user = this.clerk.users().create("ada@example.com");
		String ended = this.clerk.sessionToken(user).mint();
		String other = this.clerk.sessionToken(user).mint();
		assertThat(get(this.first, ended)).isEqualTo(404);
		assertThat(get(this.second, ended)).isEqualTo(404);
		this.clerk.signOut(sessionId(ended));
		this.clerk.webhooks().awaitIdle(WebhookServer.TIMEOUT);
		assertThat(get(this.first, ended)).isEqualTo(401);
		awaitRead(this.second);
		assertThat(get(this.second, ended)).isEqualTo(401);
		assertThat(get(this.second, other)).isEqualTo(404);
		this.clerk.users().delete(user);
		this.clerk.webhooks().awaitIdle(WebhookServer.TIMEOUT);
		assertThat(get(this.first, other)).isEqualTo(401);
		awaitRead(this.second);
		assertThat(get(this.second, other)).isEqualTo(401);
		assertThat(this.second.bean(ClerkEndedSessionsProperties.class).pollInterval())
			.isEqualTo(Duration.ofMillis(500));
	}

	// Wait for the end of a read that has not yet begun
	private static void awaitRead(WebhookServer server) {
		AtomicInteger reads = server.bean(Reads.class).begun;
		int begun = reads.get();
		Awaitility.await().atMost(WebhookServer.TIMEOUT).until(() -> reads.get() >= begun + 2);
	}

	private static String sessionId(String token) {
		String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
		return JsonMapper.shared().readTree(payload).get("sid").asString();
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

	@Test
	void warnsOfSeveralDatabasesOfWhichNoneIsUsed(CapturedOutput output) {
		WebApplicationContextRunner enabled = runner().withPropertyValues("clerk.ended-sessions.enabled=true");
		enabled.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(EndedSessionListener.class));
		assertThat(output).doesNotContain("Ended sessions are known only to the process");
		enabled.withBean("first", DataSource.class, DriverManagerDataSource::new)
			.withBean("second", DataSource.class, DriverManagerDataSource::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EndedSessionStore.class));
		assertThat(output.getOut()).containsOnlyOnce("Ended sessions are known only to the process");
	}

	@Test
	void warnsOnceOfTokensThatLiveLongerThanTheRetention(CapturedOutput output) {
		EndedSessions sessions = new EndedSessions(10, Duration.ofMinutes(1), Clock.systemUTC());
		EndedSessionValidator validator = new EndedSessionValidator(sessions);
		assertThat(validator.validate(token(Duration.ofMinutes(1))).hasErrors()).isFalse();
		assertThat(output).doesNotContain("clerk.ended-sessions.retention");
		assertThat(validator.validate(token(Duration.ofMinutes(5))).hasErrors()).isFalse();
		assertThat(validator.validate(token(Duration.ofMinutes(5))).hasErrors()).isFalse();
		assertThat(output.getOut()).containsOnlyOnce("Session tokens are valid for PT5M, but ended sessions are "
				+ "retained for PT1M: set 'clerk.ended-sessions.retention' to at least the lifetime of tokens");
	}

	private static Jwt token(Duration lifetime) {
		Instant issuedAt = Instant.EPOCH;
		return Jwt.withTokenValue("token")
			.header("alg", "RS256")
			.subject("user_1")
			.claim("sid", "sess_1")
			.issuedAt(issuedAt)
			.expiresAt(issuedAt.plus(lifetime))
			.build();
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

		@Bean
		static Reads reads() {
			return new Reads();
		}

	}

	/**
	 * Counts the reads of the table.
	 */
	static class Reads implements BeanPostProcessor {

		private final AtomicInteger begun = new AtomicInteger();

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof EndedSessionStore store) ? new CountingStore(store, this.begun) : bean;
		}

	}

	private record CountingStore(EndedSessionStore store, AtomicInteger begun) implements EndedSessionStore {

		@Override
		public void add(String deliveryId, EndedSession ended) {
			this.store.add(deliveryId, ended);
		}

		@Override
		public List<EndedSession> since(Instant time) {
			this.begun.incrementAndGet();
			return this.store.since(time);
		}

		@Override
		public void removeBefore(Instant time) {
			this.store.removeBefore(time);
		}

	}

}
