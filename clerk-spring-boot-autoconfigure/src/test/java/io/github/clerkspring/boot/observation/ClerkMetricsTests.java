package io.github.clerkspring.boot.observation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.WebApplicationType;

import io.github.clerkspring.boot.ObservedApplication;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.emulator.SessionTokenBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkMetricsTests {

	private static final String GET_USER = "GET /users/{user_id}";

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void whatHappensToTokensAndKeysIsCounted(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type,
				"--clerk.session.authorized-parties=https://app.example", "--clerk.session.allow-missing-azp=true")) {
			String good = token(application).authorizedParty("https://app.example").mint();
			application.get("/me", good);
			application.get("/me", good);
			application.get("/me", token(application).claim("azp", null).mint());
			application.get("/me", token(application).authorizedParty("https://evil.example").mint());
			application.get("/me", token(application).signedByStranger().mint());
			IntStream.range(0, 3)
				.forEach((i) -> application.get("/me", token(application).header("kid", "k" + i).mint()));
			application.get("/me", "no-token");
			Map<String, Double> values = values(application);
			assertThat(values).containsEntry(verifications("accepted", "none", "hit"), 1.0)
				.containsEntry(verifications("accepted", "none", "miss"), 2.0)
				.containsEntry(verifications("rejected", "token-invalid-authorized-parties", "none"), 1.0)
				.containsEntry(verifications("rejected", "token-invalid-signature", "none"), 1.0)
				.containsEntry(verifications("rejected", "jwk-kid-mismatch", "none"), 3.0)
				.containsEntry(verifications("rejected", "token-invalid", "none"), 1.0)
				.containsEntry("clerk.tokens.azp.missing{kind=session_token}", 1.0)
				.containsEntry("clerk.jwks.keys{}", 1.0)
				.containsEntry("clerk.jwks.refreshes{outcome=success}", 2.0)
				.containsEntry("clerk.jwks.refreshes{outcome=failure}", 0.0)
				.containsEntry("clerk.jwks.refreshes{outcome=refused}", 2.0);
			application.clerk().clock().advance(Duration.ofMinutes(2));
			assertThat(values(application).get("clerk.jwks.age{}")).isBetween(120.0, 600.0);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void withoutKeysVerificationIsUnavailable(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type,
				"--clerk.jwks.uri=http://127.0.0.1:1/jwks")) {
			application.get("/me", application.token());
			assertThat(values(application))
				.containsEntry(verifications("unavailable", "jwk-remote-failed-to-load", "none"), 1.0)
				.containsEntry("clerk.jwks.refreshes{outcome=failure}", 1.0)
				.containsEntry("clerk.jwks.age{}", Double.NaN);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void callsRepetitionsAndWaitsAreMeasured(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type)) {
			application.clerk().failNext(Fault.status(429).retryAfter(Duration.ZERO).on(GET_USER));
			application.get("/users/" + application.userId(), application.token());
			application.clerk().failNext(Fault.status(503).on(GET_USER));
			application.get("/users/" + application.userId(), application.token());
			application.get("/users/user_nobody", application.token());
			assertThat(values(application))
				.containsEntry("clerk.client.retries{operation=users.get,outcome=retried,reason=rate_limited}", 1.0)
				.containsEntry("clerk.client.retries{operation=users.get,outcome=retried,reason=unavailable}", 1.0)
				.containsEntry("clerk.client.rate.limit.waits{operation=users.get}", 1.0)
				.containsEntry(requests("SUCCESS", "200", "none", "none"), 2.0)
				.containsEntry(requests("CLIENT_ERROR", "404", "NotFound", "resource_not_found"), 1.0);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void anExhaustedRetryBudgetIsMeasured(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type, "--clerk.client.retry.budget=0")) {
			application.clerk().failNext(Fault.status(503).on(GET_USER));
			application.get("/users/" + application.userId(), application.token());
			assertThat(values(application))
				.containsEntry("clerk.client.retries{operation=users.get,outcome=budget_exhausted,reason=unavailable}",
						1.0)
				.containsEntry(requests("SERVER_ERROR", "503", "ServerError", "other"), 1.0);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void hostileInputMakesNoNewSeries(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type)) {
			hostile(application, "first");
			Set<String> before = values(application).keySet();
			IntStream.range(0, 40).forEach((i) -> hostile(application, i + "planted"));
			assertThat(values(application).keySet()).isEqualTo(before)
				.hasSizeLessThan(20)
				.noneMatch((series) -> series.contains("planted") || series.contains("user_")
						|| series.contains(application.clerk().secretKey()) || series.contains("127.0.0.1"));
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void machineTokensAreCountedInClosedSeries(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type,
				"--clerk.accepted-tokens=session_token,m2m_token,oauth_token,api_key",
				"--clerk.machine.cache.time-to-live=30s")) {
			String key = application.clerk().apiKey(application.userId()).mint();
			application.get("/nothing", key);
			application.get("/nothing", key);
			Set<String> before = values(application).keySet();
			IntStream.range(0, 20).forEach((i) -> application.get("/nothing", "ak_planted%032d".formatted(i % 10)));
			application.get("/nothing", application.clerk().machineToken("mch_planted").jwt().mint());
			Map<String, Double> values = values(application);
			assertThat(values).containsEntry("clerk.tokens.verify.calls{kind=api_key,outcome=accepted}", 1.0)
				.containsEntry("clerk.tokens.verify.calls{kind=api_key,outcome=rejected}", 10.0)
				.containsEntry("clerk.tokens.verify.without.call{reason=cache}", 1.0)
				.containsEntry("clerk.tokens.verify.without.call{reason=refused_before}", 10.0)
				.containsEntry("clerk.tokens.verify.in.flight{}", 0.0)
				.containsEntry("clerk.tokens.verifications{cache=hit,kind=api_key,outcome=accepted,reason=none}", 1.0)
				.containsEntry(
						"clerk.tokens.verifications{cache=none,kind=api_key,outcome=rejected,reason=token-invalid}",
						20.0)
				.containsEntry("clerk.tokens.verifications{cache=miss,kind=m2m_token,outcome=accepted,reason=none}",
						1.0);
			assertThat(values.keySet()).hasSizeLessThan(before.size() + 10)
				.noneMatch((series) -> series.contains("planted"));
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void bootsPropertiesTurnMetersOff(WebApplicationType type) {
		try (ObservedApplication application = new ObservedApplication(type,
				"--management.metrics.enable.clerk=false")) {
			hostile(application, "planted");
			assertThat(values(application)).isEmpty();
		}
		try (ObservedApplication application = new ObservedApplication(type,
				"--management.observations.enable.clerk=false")) {
			hostile(application, "planted");
			assertThat(values(application).keySet()).isNotEmpty()
				.noneMatch((series) -> series.startsWith("clerk.client.requests"));
		}
	}

	private static void hostile(ObservedApplication application, String text) {
		application.get("/me", token(application).claim("azp", text).claim("iss", "https://" + text).mint());
		application.get("/me", token(application).header("kid", text).mint());
		application.get("/me", token(application).header("alg", "HS256").mint());
		application.get("/me", token(application).claim("sub", text).mint());
		application.get("/me", token(application).expired().mint());
		application.get("/me", text);
		application.get("/" + text + "?" + text, application.token());
		application.get("/users/user_" + text, application.token());
	}

	private static SessionTokenBuilder token(ObservedApplication application) {
		return application.clerk().sessionToken(application.userId());
	}

	private static String verifications(String outcome, String reason, String cache) {
		return "clerk.tokens.verifications{cache=%s,kind=session_token,outcome=%s,reason=%s}".formatted(cache, outcome,
				reason);
	}

	private static String requests(String outcome, String status, String error, String code) {
		return "clerk.client.requests{error=%s,error.code=%s,method=GET,operation=users.get,outcome=%s,status=%s,uri=/v1/users/{userId}}"
			.formatted(error, code, outcome, status);
	}

	/**
	 * Returns the value of each series: the count of timers, else the one value. A call
	 * is counted when it ends, which may be shortly after the caller has its answer.
	 */
	private static Map<String, Double> values(ObservedApplication application) {
		MeterRegistry registry = application.context().getBean(MeterRegistry.class);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> registry.find("clerk.client.requests.active").longTaskTimers(),
					(timers) -> timers.stream().allMatch((timer) -> timer.activeTasks() == 0));
		return registry.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith("clerk.")
					&& !meter.getId().getName().endsWith(".active"))
			.collect(Collectors.toMap(ClerkMetricsTests::series, ClerkMetricsTests::value, (one, other) -> one,
					TreeMap::new));
	}

	private static String series(Meter meter) {
		return meter.getId().getName() + meter.getId()
			.getTags()
			.stream()
			.sorted()
			.map((Tag tag) -> tag.getKey() + "=" + tag.getValue())
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static double value(Meter meter) {
		return StreamSupport.stream(meter.measure().spliterator(), false)
			.filter((measurement) -> measurement.getStatistic() == Statistic.COUNT
					|| measurement.getStatistic() == Statistic.VALUE)
			.findFirst()
			.orElseThrow()
			.getValue();
	}

}
