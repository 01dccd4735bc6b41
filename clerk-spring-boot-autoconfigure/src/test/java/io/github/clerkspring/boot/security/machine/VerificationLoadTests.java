package io.github.clerkspring.boot.security.machine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Missing responses to the request to verify a token, callers that go away, and floods of
 * invalid tokens, on both stacks. There is one application at a time: the end of one
 * closes the event loops of others in the same process.
 */
class VerificationLoadTests {

	private static final String KEY = "ak_" + "k".repeat(32);

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final VerifyEndpoint endpoint = new VerifyEndpoint();

	@AfterEach
	void close() {
		this.endpoint.close();
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void missingResponseIsServiceUnavailableAndAffectsNoOtherToken(WebApplicationType type) {
		this.endpoint.hold();
		try (RunningApplication application = start(type, "--verification.timeout=300ms")) {
			EntityExchangeResult<String> response = application.send(HttpMethod.GET, "/me", KEY);
			assertThat(response.getStatus().value()).isEqualTo(503);
			assertThat(response.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9]\\d*");
			String session = this.clerk.sessionToken("user_ada").mint();
			assertThat(application.status(HttpMethod.GET, "/me", session)).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void callersThatGoAwayDoNotAffectOthers(WebApplicationType type) {
		CountDownLatch released = this.endpoint.hold();
		try (RunningApplication application = start(type, "--clerk.client.response-timeout=60s")) {
			OpaqueTokenVerifier verifier = application.context().getBean(OpaqueTokenVerifier.class);
			List<CompletableFuture<HttpResponse<String>>> callers = send(application, 20);
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> verifier.state().joined() == 19);
			callers.subList(0, 10).forEach((caller) -> caller.cancel(true));
			released.countDown();
			assertThat(callers.subList(10, 20))
				.allSatisfy((caller) -> assertThat(caller.join().statusCode()).isEqualTo(200));
			assertThat(this.endpoint.requests()).isOne();
			assertThat(verifier.state().inFlight()).isZero();
		}
	}

	private static List<CompletableFuture<HttpResponse<String>>> send(RunningApplication application, int number) {
		String port = application.context().getEnvironment().getProperty("local.server.port");
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/me"))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + KEY)
			.build();
		return Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
			.limit(number)
			.toList();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void validKeysWorkDuringFloodOfInvalidOnes(WebApplicationType type) {
		try (RunningApplication application = RunningApplication.start(type, this.clerk, MachineApplication.class,
				"--clerk.accepted-tokens=session,api-key")) {
			List<String> valid = Stream.generate(() -> this.clerk.apiKey("user_ada").mint()).limit(10).toList();
			assertThat(valid).allMatch((key) -> application.status(HttpMethod.GET, "/me", key) == 200);
			IntStream.range(0, 300).parallel().forEach((number) -> {
				assertThat(application.status(HttpMethod.GET, "/me", "ak_flood%011d".formatted(number))).isIn(401, 503);
				if (number % 20 == 0) {
					assertThat(application.status(HttpMethod.GET, "/me", valid.get(number / 20 % 10))).isEqualTo(200);
				}
			});
		}
	}

	private RunningApplication start(WebApplicationType type, String... arguments) {
		this.endpoint.answer(VerifyResponsesTests.VALID);
		List<String> all = new ArrayList<>(List.of("--clerk.accepted-tokens=session,api-key",
				"--clerk.api-url=" + this.endpoint.url(), "--clerk.jwt-key=" + this.clerk.jwtKey()));
		all.addAll(List.of(arguments));
		return RunningApplication.start(type, this.clerk, OwnTimeout.class, all.toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@Import(MachineApplication.class)
	static class OwnTimeout {

		@Bean
		OpaqueTokenVerifier verifier(ClerkBackendClient client,
				@Value("${verification.timeout:60s}") Duration timeout) {
			return OpaqueTokenVerifier.builder(client).timeout(timeout).build();
		}

	}

}
