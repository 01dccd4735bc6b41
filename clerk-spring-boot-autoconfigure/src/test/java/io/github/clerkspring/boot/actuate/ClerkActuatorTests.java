package io.github.clerkspring.boot.actuate;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.json.JsonContent;

import io.github.clerkspring.boot.ObservedApplication;
import io.github.clerkspring.emulator.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkActuatorTests {

	private final BasicJsonTester json = new BasicJsonTester(getClass());

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void healthFollowsWhatIsKnownAndNoProbeMakesACall(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type)) {
			String token = application.token();
			assertThat(health(application)).extractingJsonPathStringValue("$.components.keys.status")
				.isEqualTo("UNKNOWN");
			assertThat(application.clerk().requests()).isEmpty();
			application.get("/users/" + application.userId(), token);
			int calls = application.clerk().requests().size();
			JsonContent<?> warm = health(application);
			assertThat(warm).extractingJsonPathStringValue("$.status").isEqualTo("UP");
			assertThat(warm).extractingJsonPathNumberValue("$.components.keys.details.count").isEqualTo(1);
			assertThat(warm).extractingJsonPathStringValue("$.components.api.details.lastAnswer").isNotBlank();
			assertThat(application.clerk().requests()).hasSize(calls);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void anApiThatFailsSeveralTimesInARowIsDownForAWhile(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type)) {
			String token = application.token();
			IntStream.range(0, 3).forEach((i) -> {
				assertThat(health(application)).extractingJsonPathStringValue("$.components.api.status")
					.isNotEqualTo("DOWN");
				application.clerk().failNext(Fault.status(500).on("GET /users/{user_id}"));
				application.get("/users/" + application.userId(), token);
			});
			JsonContent<?> health = health(application);
			assertThat(health).extractingJsonPathStringValue("$.components.api.status").isEqualTo("DOWN");
			assertThat(health).extractingJsonPathStringValue("$.components.api.details.failure")
				.isEqualTo("server-error");
			application.clerk().clock().advance(Duration.ofSeconds(61));
			assertThat(health(application)).extractingJsonPathStringValue("$.components.api.status").isEqualTo("UP");
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void missingKeysAreDownAndNeverTouchLiveness(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type, "--clerk.jwks.warm-up=true",
				"--clerk.jwks.uri=http://127.0.0.1:1/jwks", "--management.endpoint.health.probes.enabled=true")) {
			application.get("/me", application.token());
			JsonContent<?> health = health(application);
			assertThat(health).extractingJsonPathStringValue("$.components.keys.status").isEqualTo("DOWN");
			assertThat(health).extractingJsonPathStringValue("$.components.keys.details.failure")
				.isEqualTo("jwk-remote-failed-to-load");
			ApplicationAvailability availability = application.context().getBean(ApplicationAvailability.class);
			assertThat(availability.getReadinessState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
			assertThat(availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);
			assertThat(application.get("/actuator/health/liveness", null).getStatus().value()).isEqualTo(200);
			assertThat(application.get("/actuator/health/readiness", null).getStatus().value()).isEqualTo(503);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void anOutageAfterTheStartLeavesTheApplicationReady(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type,
				"--management.endpoint.health.probes.enabled=true")) {
			application.get("/me", application.token());
			application.clerk().clock().advance(Duration.ofMinutes(6));
			application.clerk().failNext(Fault.brokenConnection().times(10).on("GET /jwks"));
			assertThat(application.get("/me", application.token()).getResponseBody()).isEqualTo(application.userId());
			JsonContent<?> health = health(application);
			assertThat(health).extractingJsonPathStringValue("$.components.keys.status").isEqualTo("UP");
			assertThat(health).extractingJsonPathBooleanValue("$.components.keys.details.stale").isTrue();
			application.clerk().clock().advance(Duration.ofHours(2));
			assertThat(health(application)).extractingJsonPathStringValue("$.status").isEqualTo("DOWN");
			assertThat(application.get("/actuator/health/readiness", null).getStatus().value()).isEqualTo(200);
			assertThat(application.get("/actuator/health/liveness", null).getStatus().value()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void infoAndEndpointTellTheStateWithoutSecrets(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type)) {
			String token = application.token();
			application.get("/users/" + application.userId(), token);
			application.clerk()
				.failNext(Fault.status(429).retryAfter(Duration.ofMinutes(5)).on("GET /users/{user_id}"));
			application.get("/users/" + application.userId(), token);
			String info = application.get("/actuator/info", token).getResponseBody();
			assertThat(this.json.from(info)).extractingJsonPathStringValue("$.clerk.instance").isEqualTo("development");
			assertThat(this.json.from(info)).extractingJsonPathStringValue("$.clerk.apiVersion")
				.isEqualTo("2026-05-12");
			String state = application.get("/actuator/clerk", token).getResponseBody();
			JsonContent<?> content = this.json.from(state);
			assertThat(content).extractingJsonPathNumberValue("$.keys.refreshes").isEqualTo(1);
			assertThat(content).extractingJsonPathNumberValue("$.verifiedTokens.size").isEqualTo(1);
			assertThat(content).extractingJsonPathNumberValue("$.verifiedTokens.maximumSize").isEqualTo(10_000);
			assertThat(content).extractingJsonPathNumberValue("$.api.failures").isEqualTo(0);
			assertThat(content).extractingJsonPathNumberValue("$.rateLimit.refused").isEqualTo(1);
			assertThat(content).extractingJsonPathBooleanValue("$.rateLimit.waiting").isTrue();
			assertThat(List.of(info, state, application.get("/actuator/health", null).getResponseBody()))
				.noneMatch((answer) -> answer.contains(application.clerk().secretKey()) || answer.contains(token)
						|| answer.contains(application.userId()));
		}
	}

	@Test
	void bootsPropertiesTurnEverythingOff() {
		try (ObservedApplication application = new ObservedApplication(WebApplicationType.SERVLET,
				"--management.health.clerk.enabled=false", "--management.info.clerk.enabled=false",
				"--management.endpoint.clerk.access=none")) {
			assertThat(application.context().getBeansOfType(HealthContributor.class))
				.doesNotContainKey("clerkHealthContributor");
			assertThat(application.context().getBeansOfType(ClerkInfoContributor.class)).isEmpty();
			assertThat(application.context().getBeansOfType(ClerkEndpoint.class)).isEmpty();
			assertThat(application.context().getBeansOfType(ApiWatch.class)).isEmpty();
		}
	}

	@Test
	void aRefusedSecretKeyIsDownUntilACallSucceeds() {
		try (ObservedApplication application = new ObservedApplication(WebApplicationType.SERVLET,
				"--clerk.secret-key=sk_test_planted", "--clerk.jwks.warm-up=false")) {
			application.get("/users/" + application.userId(), application.token());
			String health = application.get("/actuator/health/clerk", null).getResponseBody();
			assertThat(this.json.from(health)).extractingJsonPathStringValue("$.status").isEqualTo("DOWN");
			assertThat(health).contains("secret-key-invalid").doesNotContain("planted");
		}
	}

	private JsonContent<?> health(ObservedApplication application) {
		return this.json.from(application.get("/actuator/health/clerk", null).getResponseBody());
	}

}
