package io.github.clerkspring.boot.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.outbound.example.HttpServiceExample;
import io.github.clerkspring.boot.outbound.example.RestClientExample;
import io.github.clerkspring.boot.outbound.example.WebClientExample;
import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.RecordedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls of another service by applications of both stacks, over HTTP.
 */
class OutboundCallsTests {

	private static ClerkEmulator clerk;

	private static RecordingService service;

	private static String machineId;

	private static String machineKey;

	private static String session;

	@BeforeAll
	static void start() {
		clerk = ClerkEmulator.start();
		service = new RecordingService();
		Map<String, Object> machine = clerk.call("POST", "/machines", Map.of("name", "Caller"));
		machineId = (String) machine.get("id");
		machineKey = (String) machine.get("secret_key");
		session = clerk.sessionToken(clerk.users().create("ada@example.com")).expiresIn(Duration.ofHours(1)).mint();
	}

	@AfterAll
	static void stop() {
		service.close();
		clerk.close();
	}

	@Test
	void servletApplicationSendsTokens() {
		clerk.clearRequests();
		try (RunningApplication application = start(WebApplicationType.SERVLET, ServletApplication.class)) {
			for (String path : List.of("/rest/machine", "/web/machine", "/groups/orders")) {
				String received = received(application, path);
				assertThat(received).as(path).startsWith("/orders Bearer mt_");
				assertThat(subject(received)).isEqualTo(machineId);
			}
			for (String path : List.of("/rest/relay", "/web/relay", "/groups/profiles")) {
				assertThat(received(application, path)).as(path).isEqualTo("/profiles Bearer " + session);
			}
			assertThat(received(application, "/rest/unlisted")).isEqualTo("/profiles null");
			assertThat(received(application, "/web/unlisted")).isEqualTo("/profiles null");
			assertThat(received(application, "/groups/redirect")).startsWith("/redirect Bearer mt_");
			assertThat(received(application, "/rest/redirect")).startsWith("/redirect Bearer ");
			assertOneCreation(application);
		}
	}

	@Test
	void reactiveApplicationSendsTokens() {
		clerk.clearRequests();
		try (RunningApplication application = start(WebApplicationType.REACTIVE, ReactiveApplication.class)) {
			for (String path : List.of("/machine", "/groups/orders")) {
				String received = received(application, path);
				assertThat(received).as(path).startsWith("/orders Bearer mt_");
				assertThat(subject(received)).isEqualTo(machineId);
			}
			for (String path : List.of("/relay", "/groups/profiles")) {
				assertThat(received(application, path)).as(path).isEqualTo("/profiles Bearer " + session);
			}
			assertThat(received(application, "/unlisted")).isEqualTo("/profiles null");
			application.body("/redirect", session);
			assertThat(service.take()).containsExactly("/redirect Bearer " + session, "/other null");
			assertOneCreation(application);
		}
	}

	private static RunningApplication start(WebApplicationType type, Class<?> source) {
		return RunningApplication.start(type, clerk, source, "--clerk.machine-secret-key=" + machineKey,
				"--orders.url=" + service.url(), "--profiles.url=" + service.url(),
				"--clerk.relay.hosts=127.0.0.1:" + service.port(), "--spring.http.clients.imperative.factory=jdk",
				"--spring.config.import=classpath:calling-services.yaml",
				"--spring.http.serviceclient.orders.base-url=" + service.url(),
				"--spring.http.serviceclient.profiles.base-url=" + service.url());
	}

	private static String received(RunningApplication application, String path) {
		assertThat(application.status(HttpMethod.GET, path, session)).as(path).isEqualTo(200);
		List<String> received = service.take();
		assertThat(received).as(path).hasSize(1);
		return received.get(0);
	}

	private static Object subject(String received) {
		String token = received.replaceFirst(".* Bearer ", "");
		return clerk.call("POST", "/m2m_tokens/verify", Map.of("token", token)).get("subject");
	}

	private static void assertOneCreation(RunningApplication application) {
		assertThat(clerk.requests()).map(RecordedRequest::path)
			.filteredOn((path) -> path.endsWith("/m2m_tokens"))
			.hasSize(1);
		MeterRegistry meters = application.context().getBean(MeterRegistry.class);
		assertThat(meters.get("clerk.machine.tokens.creations").tag("outcome", "success").functionCounter().count())
			.isEqualTo(1);
		assertThat(meters.get("clerk.machine.tokens.creations").tag("outcome", "failure").functionCounter().count())
			.isZero();
		assertThat(meters.get("clerk.machine.tokens.cache.hits").functionCounter().count()).isPositive();
	}

	private static Mono<String> exchange(WebClient client, String uri) {
		return client.get().uri(uri).retrieve().bodyToMono(String.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ RestClientExample.class, WebClientExample.class, HttpServiceExample.class })
	@ImportHttpServices(group = "orders", types = Redirected.class)
	static class ServletApplication {

		@Bean
		ServletCalls servletCalls(RestClient orders, RestClient profiles, WebClient reactiveOrders,
				WebClient reactiveProfiles, HttpServiceExample.Orders ordersService,
				HttpServiceExample.Profiles profilesService, Redirected redirected) {
			return new ServletCalls(orders, profiles, reactiveOrders, reactiveProfiles, ordersService, profilesService,
					redirected);
		}

	}

	@RestController
	record ServletCalls(RestClient orders, RestClient profiles, WebClient reactiveOrders, WebClient reactiveProfiles,
			HttpServiceExample.Orders ordersService, HttpServiceExample.Profiles profilesService,
			Redirected redirected) {

		@GetMapping("/rest/machine")
		String machine() {
			return get(this.orders, "/orders");
		}

		@GetMapping("/rest/relay")
		String relay() {
			return get(this.profiles, "/profiles");
		}

		@GetMapping("/rest/unlisted")
		String unlisted() {
			return get(this.profiles, "http://localhost:" + service.port() + "/profiles");
		}

		@GetMapping("/rest/redirect")
		String redirect() {
			return get(this.profiles, "/redirect");
		}

		@GetMapping("/web/machine")
		String webMachine() {
			return exchange(this.reactiveOrders, "/orders").block();
		}

		@GetMapping("/web/relay")
		String webRelay() {
			return exchange(this.reactiveProfiles, "/profiles").block();
		}

		@GetMapping("/web/unlisted")
		String webUnlisted() {
			return exchange(this.reactiveProfiles, "http://localhost:" + service.port() + "/profiles").block();
		}

		@GetMapping("/groups/orders")
		String groupWithMachineToken() {
			return this.ordersService.list();
		}

		@GetMapping("/groups/profiles")
		String groupWithRelayedToken() {
			return this.profilesService.list();
		}

		@GetMapping("/groups/redirect")
		String groupWithRedirect() {
			return this.redirected.get();
		}

		private static String get(RestClient client, String uri) {
			return client.get().uri(uri).retrieve().body(String.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(WebClientExample.class)
	@ImportHttpServices(group = "orders", types = ReactiveOrders.class, clientType = ClientType.WEB_CLIENT)
	@ImportHttpServices(group = "profiles", types = ReactiveProfiles.class, clientType = ClientType.WEB_CLIENT)
	static class ReactiveApplication {

		@Bean
		ReactiveCalls reactiveCalls(WebClient reactiveOrders, WebClient reactiveProfiles, ReactiveOrders orders,
				ReactiveProfiles profiles) {
			return new ReactiveCalls(reactiveOrders, reactiveProfiles, orders, profiles);
		}

	}

	@RestController
	record ReactiveCalls(WebClient reactiveOrders, WebClient reactiveProfiles, ReactiveOrders orders,
			ReactiveProfiles profiles) {

		@GetMapping("/machine")
		Mono<String> machine() {
			return exchange(this.reactiveOrders, "/orders");
		}

		@GetMapping("/relay")
		Mono<String> relay() {
			return exchange(this.reactiveProfiles, "/profiles");
		}

		@GetMapping("/unlisted")
		Mono<String> unlisted() {
			return exchange(this.reactiveProfiles, "http://localhost:" + service.port() + "/profiles");
		}

		@GetMapping("/redirect")
		Mono<String> redirect() {
			return exchange(this.reactiveProfiles, "/redirect");
		}

		@GetMapping("/groups/orders")
		Mono<String> groupWithMachineToken() {
			return this.orders.list();
		}

		@GetMapping("/groups/profiles")
		Mono<String> groupWithRelayedToken() {
			return this.profiles.list();
		}

	}

	interface Redirected {

		@GetExchange("/redirect")
		String get();

	}

	interface ReactiveOrders {

		@GetExchange("/orders")
		Mono<String> list();

	}

	interface ReactiveProfiles {

		@GetExchange("/profiles")
		Mono<String> list();

	}

}
