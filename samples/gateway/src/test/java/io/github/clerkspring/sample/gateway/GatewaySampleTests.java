package io.github.clerkspring.sample.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;
import io.github.clerkspring.sample.gateway.backend.BackendApplication;

import static org.assertj.core.api.Assertions.assertThat;

class GatewaySampleTests {

	private static ConfigurableApplicationContext parent;

	private static ConfigurableApplicationContext backend;

	private static ConfigurableApplicationContext gateway;

	private static ClerkEmulator clerk;

	@BeforeAll
	static void start() {
		parent = GatewaySample.parent();
		clerk = parent.getBean(ClerkEmulator.class);
		backend = GatewaySample.start(parent, TestBackend.class, "backend", "--server.port=0");
		gateway = GatewaySample.start(parent, GatewayApplication.class, "gateway", "--server.port=0",
				"--BACKEND_URL=" + url(backend));
	}

	@AfterAll
	static void stop() {
		gateway.close();
		backend.close();
		parent.close();
	}

	@Test
	void serviceSeesTheSessionOfTheUser() {
		get(gateway, "/api/me", clerk.sessionToken("user_ada").organization("org_acme")).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.userId")
			.isEqualTo("user_ada")
			.jsonPath("$.organization")
			.isEqualTo("acme")
			.jsonPath("$.firstName")
			.isEqualTo("Ada");
	}

	@Test
	void requestsWithoutValidTokenDoNotReachTheService() {
		int before = backend.getBean(HeadersController.class).requests();
		get(gateway, "/api/headers", null).expectStatus().isUnauthorized();
		get(gateway, "/api/headers", clerk.sessionToken("user_ada").expired()).expectStatus().isUnauthorized();
		get(gateway, "/api/headers", clerk.sessionToken("user_ada").signedByStranger()).expectStatus().isUnauthorized();
		assertThat(backend.getBean(HeadersController.class).requests()).isEqualTo(before);
	}

	@Test
	void serviceRequiresTokenWithoutGateway() {
		get(backend, "/me", null).expectStatus().isUnauthorized();
		get(backend, "/me", clerk.sessionToken("user_ada")).expectStatus().isOk();
	}

	@Test
	void cookiesAreNotRelayed() {
		get(gateway, "/api/headers", clerk.sessionToken("user_ada")).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.Authorization")
			.exists()
			.jsonPath("$.Cookie")
			.doesNotExist();
	}

	private static WebTestClient.ResponseSpec get(ConfigurableApplicationContext application, String path,
			@Nullable SessionTokenBuilder token) {
		return WebTestClient.bindToServer()
			.baseUrl(url(application))
			.responseTimeout(Duration.ofMinutes(1))
			.build()
			.get()
			.uri(path)
			.cookie("__session", "cookie")
			.headers((headers) -> {
				if (token != null) {
					headers.setBearerAuth(token.mint());
				}
			})
			.exchange();
	}

	private static String url(ConfigurableApplicationContext application) {
		return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ BackendApplication.class, HeadersController.class })
	static class TestBackend {

	}

	@RestController
	static class HeadersController {

		private final AtomicInteger requests = new AtomicInteger();

		@GetMapping("/headers")
		Map<String, String> headers(@RequestHeader Map<String, String> headers) {
			this.requests.incrementAndGet();
			return headers;
		}

		int requests() {
			return this.requests.get();
		}

	}

}
