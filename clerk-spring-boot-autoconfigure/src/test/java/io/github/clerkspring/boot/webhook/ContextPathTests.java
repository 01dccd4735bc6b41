package io.github.clerkspring.boot.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.webhook.inbox.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application of each stack behind a context path, with webhooks, rules, lenient
 * paths, CORS, metadata of the resource and a port for the actuator.
 */
@Timeout(120)
class ContextPathTests {

	private static final String METADATA = "/.well-known/oauth-protected-resource";

	private static final String ORIGIN = "https://app.example.com";

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static final Map<WebApplicationType, WebhookServer> servers = new HashMap<>();

	private static String userId;

	@BeforeAll
	static void seed() {
		userId = clerk.users().create("ada@example.com");
	}

	@AfterAll
	static void close() {
		servers.values().forEach(WebhookServer::close);
		clerk.close();
	}

	private static WebhookServer server(WebApplicationType type) {
		return servers.computeIfAbsent(type,
				(missing) -> WebhookServer.start(type, Application.class, "server.servlet.context-path=/app",
						"spring.webflux.base-path=/app", "clerk.secret-key=" + clerk.secretKey(),
						"clerk.publishable-key=" + clerk.publishableKey(), "clerk.api-url=" + clerk.baseUrl(),
						"clerk.accepted-tokens=session,oauth", "clerk.oauth.resource=https://api.example.com/app",
						"clerk.session.lenient-paths=/public/**", "management.server.port=0",
						"management.server.address=127.0.0.1",
						"management.endpoints.web.exposure.include=health,clerk,clerkwebhooks",
						"spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.actuate.web.server."
								+ "TomcatReactiveManagementContextAutoConfiguration"));
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void webhooksAreBelowTheContextPathOnly(WebApplicationType type) {
		WebhookServer server = server(type);
		Received received = server.bean(Received.class).reset();
		String body = WebhookServer.event("user.created", "user_1");
		assertThat(server.post("/app/webhooks/clerk", "msg_" + type, body)).isEqualTo(204);
		assertThat(received.ids).containsExactly("msg_" + type);
		assertThat(server.post("/webhooks/clerk", "msg_other", body)).isEqualTo(404);
		assertThat(server.post("/app/app/webhooks/clerk", "msg_other", body)).isIn(401, 403);
		assertThat(server.bean(Inbox.class).find("msg_other")).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void rulesAndLenientPathsAreRelativeToTheContextPath(WebApplicationType type) {
		WebhookServer server = server(type);
		String session = clerk.sessionToken(userId).mint();
		assertThat(get(server, "/app/me", null).statusCode()).isEqualTo(401);
		assertThat(get(server, "/app/me", "invalid").statusCode()).isEqualTo(401);
		assertThat(get(server, "/app/me", session).body()).isEqualTo(userId);
		assertThat(get(server, "/app/public/me", null).body()).isEqualTo("none");
		assertThat(get(server, "/app/public/me", "invalid").body()).isEqualTo("none");
		assertThat(get(server, "/app/public/me", session).body()).isEqualTo(userId);
		assertThat(get(server, "/app/admin/me", session).statusCode()).isEqualTo(403);
		String admin = clerk.sessionToken(userId).organization("org_1").role("org:admin").mint();
		assertThat(get(server, "/app/admin/me", admin).body()).isEqualTo(userId);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void scriptsOfAllowedOriginsCanCall(WebApplicationType type) {
		WebhookServer server = server(type);
		HttpResponse<String> preFlight = server.send(server.request("/app/me")
			.method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", ORIGIN)
			.header("Access-Control-Request-Method", "GET")
			.header("Access-Control-Request-Headers", "authorization")
			.build());
		assertThat(preFlight.statusCode()).isEqualTo(200);
		assertThat(preFlight.headers().firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void metadataIsBelowTheContextPath(WebApplicationType type) {
		WebhookServer server = server(type);
		assertThat(get(server, "/app/me", null).headers().firstValue("WWW-Authenticate"))
			.contains("Bearer resource_metadata=\"https://api.example.com" + METADATA + "/app\"");
		for (String path : new String[] { METADATA, METADATA + "/app" }) {
			HttpResponse<String> response = get(server, "/app" + path, null);
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			assertThat(response.body()).as(path).contains("\"resource\":\"https://api.example.com/app\"");
		}
		assertThat(get(server, METADATA, null).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void actuatorIsOnItsPortOnly(WebApplicationType type) {
		WebhookServer server = server(type);
		String session = clerk.sessionToken(userId).mint();
		String port = server.context().getEnvironment().getRequiredProperty("local.management.port");
		for (String path : new String[] { "/actuator/clerk", "/actuator/clerkwebhooks" }) {
			assertThat(management(server, port, path, null)).as(path).isEqualTo(401);
			assertThat(management(server, port, path, session)).as(path).isEqualTo(200);
			assertThat(get(server, "/app" + path, session).statusCode()).as(path).isEqualTo(404);
		}
	}

	private static HttpResponse<String> get(WebhookServer server, String path, @Nullable String token) {
		HttpRequest.Builder request = server.request(path);
		return server.send(((token != null) ? request.header("Authorization", "Bearer " + token) : request).build());
	}

	private static int management(WebhookServer server, String port, String path, @Nullable String token) {
		HttpRequest.Builder request = server.request(path).uri(URI.create("http://127.0.0.1:" + port + path));
		return server.send(((token != null) ? request.header("Authorization", "Bearer " + token) : request).build())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application extends AbstractWebhookTests.Application {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servletChain(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/public/**")
					.permitAll()
					.requestMatchers("/admin/**")
					.hasRole("org:admin")
					.anyRequest()
					.authenticated())
				.cors((cors) -> {
				})
				.build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactiveChain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchange) -> exchange.pathMatchers("/public/**")
					.permitAll()
					.pathMatchers("/admin/**")
					.hasRole("org:admin")
					.anyExchange()
					.authenticated())
				.cors((cors) -> {
				})
				.build();
		}

		// So that the end of one application does not end the server of another
		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			return resources;
		}

		@Bean
		Controller controller() {
			return new Controller();
		}

	}

	@RestController
	@CrossOrigin(ORIGIN)
	static class Controller {

		@GetMapping({ "/me", "/public/me", "/admin/me" })
		String me(@CurrentUserId @Nullable String userId) {
			return (userId != null) ? userId : "none";
		}

	}

}
