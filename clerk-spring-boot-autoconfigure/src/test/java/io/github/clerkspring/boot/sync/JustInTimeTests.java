package io.github.clerkspring.boot.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.webhook.event.EventEnvelope;
import io.github.clerkspring.webhook.event.UserEvent;
import io.github.clerkspring.webhook.sync.JustInTimeUsers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request of a user whom no webhook has stored yet.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class JustInTimeTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.context.close();
		this.clerk.close();
	}

	private void start(WebApplicationType type, String... properties) {
		this.context = new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"clerk.jwks.warm-up=false", "clerk.publishable-key=" + this.clerk.publishableKey(),
					"clerk.secret-key=" + this.clerk.secretKey(), "clerk.api-url=" + this.clerk.baseUrl(),
					"clerk.webhook.signing-secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "clerk.sync.tables=true",
					"clerk.client.retry.max-attempts=1")
			.properties(properties)
			.run();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void userIsStoredBeforeTheController(WebApplicationType type) {
		start(type, "clerk.sync.just-in-time.enabled=true");
		String ada = this.clerk.users().create("ada@example.com");
		String token = this.clerk.sessionToken(ada).mint();
		assertThat(users()).isEmpty();
		assertThat(get(token).statusCode()).isEqualTo(404);
		assertThat(users()).containsExactly(ada);
		this.clerk.clearRequests();
		assertThat(get(token).statusCode()).isEqualTo(404);
		assertThat(this.clerk.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void tokenOfDeletedUserIsRefused(WebApplicationType type) {
		start(type, "clerk.sync.just-in-time.enabled=true");
		String ada = this.clerk.users().create("ada@example.com");
		String token = this.clerk.sessionToken(ada).mint();
		this.clerk.users().delete(ada);
		HttpResponse<String> response = get(token);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
		assertThat(users()).isEmpty();
	}

	/**
	 * The webhook of the deletion has arrived, although Clerk still returns the user.
	 */
	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void tombstoneWins(WebApplicationType type) {
		start(type, "clerk.sync.just-in-time.enabled=true");
		String ada = this.clerk.users().create("ada@example.com");
		String token = this.clerk.sessionToken(ada).mint();
		assertThat(get(token).statusCode()).isEqualTo(404);
		this.context.publishEvent(
				new UserEvent.Deleted(new EventEnvelope("msg_1", "user.deleted", Instant.EPOCH, null, null, null),
						new DeletedObject("user", ada, null, true, null)));
		this.clerk.clearRequests();
		assertThat(get(token).statusCode()).isEqualTo(401);
		assertThat(users()).isEmpty();
		assertThat(this.clerk.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void failureOfTheDatabaseIsUnavailable(WebApplicationType type, CapturedOutput output) {
		start(type, "clerk.sync.just-in-time.enabled=true");
		String token = this.clerk.sessionToken(this.clerk.users().create("ada@example.com")).mint();
		this.context.getBean(JdbcTemplate.class).execute("ALTER TABLE clerk_sync_state RENAME TO away");
		assertThat(get(token).statusCode()).isEqualTo(503);
		assertThat(output).contains("is not stored; the response is 503");
		this.context.getBean(JdbcTemplate.class).execute("ALTER TABLE away RENAME TO clerk_sync_state");
		assertThat(get(token).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void requestWaitsNoLongerThanTheTimeout(WebApplicationType type, CapturedOutput output) {
		start(type, "clerk.sync.just-in-time.enabled=true", "clerk.sync.just-in-time.timeout=1ms");
		String ada = this.clerk.users().create("ada@example.com");
		String token = this.clerk.sessionToken(ada).mint();
		this.clerk.failNext(Fault.slow(Duration.ofSeconds(2)).on("GET /users/{user_id}"));
		assertThat(get(token).statusCode()).isEqualTo(503);
		assertThat(output).contains("is not stored in time; the response is 503");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void failureOfClerkIsUnavailable(WebApplicationType type, CapturedOutput output) {
		start(type, "clerk.sync.just-in-time.enabled=true");
		String ada = this.clerk.users().create("ada@example.com");
		String token = this.clerk.sessionToken(ada).mint();
		this.clerk.failNext(Fault.status(500).on("GET /users/{user_id}"));
		assertThat(get(token).statusCode()).isEqualTo(503);
		assertThat(output).contains("is not stored; the response is 503");
		assertThat(get(token).statusCode()).isEqualTo(404);
	}

	@Test
	void isOffUnlessEnabled() {
		start(WebApplicationType.SERVLET);
		assertThat(this.context.getBeanNamesForType(JustInTimeUsers.class)).isEmpty();
		assertThat(get(this.clerk.sessionToken(this.clerk.users().create("ada@example.com")).mint()).statusCode())
			.isEqualTo(404);
		assertThat(users()).isEmpty();
	}

	private List<String> users() {
		return this.context.getBean(JdbcTemplate.class).queryForList("SELECT user_id FROM clerk_user", String.class);
	}

	private HttpResponse<String> get(String token) {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nothing"))
			.header("Authorization", "Bearer " + token)
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
