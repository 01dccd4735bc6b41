package io.github.clerkspring.boot;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentSession;

/**
 * Application with an emulated Clerk, on either stack, that keeps the emulator's time.
 */
public final class ObservedApplication implements AutoCloseable {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId = this.clerk.users().create("ada@example.com");

	private final ConfigurableApplicationContext context;

	public ObservedApplication(WebApplicationType type, String... arguments) {
		this.context = new SpringApplicationBuilder(Application.class).web(type)
			.initializers((context) -> context.getBeanFactory().registerSingleton("clerkClock", this.clerk.clock()))
			.properties(Map.ofEntries(Map.entry("server.port", "0"), Map.entry("server.address", "127.0.0.1"),
					Map.entry("clerk.secret-key", this.clerk.secretKey()),
					Map.entry("clerk.publishable-key", this.clerk.publishableKey()),
					Map.entry("clerk.api-url", this.clerk.baseUrl()), Map.entry("clerk.jwks.warm-up", "false"),
					Map.entry("management.endpoints.web.exposure.include", "*"),
					Map.entry("management.endpoint.health.show-details", "always"),
					Map.entry("spring.main.banner-mode", "off")))
			.run(arguments);
	}

	public ClerkEmulator clerk() {
		return this.clerk;
	}

	public String userId() {
		return this.userId;
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public String token() {
		return this.clerk.sessionToken(this.userId).mint();
	}

	public EntityExchangeResult<String> get(String path, String token) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"))
			.responseTimeout(Duration.ofMinutes(1))
			.build()
			.get()
			.uri(path)
			.accept(MediaType.ALL)
			.headers((headers) -> {
				if (token != null) {
					headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
				}
			})
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	@Override
	public void close() {
		this.context.close();
		this.clerk.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		private final ClerkBackendClient clerk;

		Controller(ClerkBackendClient clerk) {
			this.clerk = clerk;
		}

		@GetMapping("/me")
		String me(@CurrentSession ClerkSession session) {
			return session.userId();
		}

		@GetMapping("/users/{userId}")
		Mono<String> user(@PathVariable String userId) {
			return this.clerk.users().get(userId).map((user) -> user.id());
		}

		@ExceptionHandler
		String handle(ClerkApiException ex) {
			return "refused with " + ex.status();
		}

	}

}
