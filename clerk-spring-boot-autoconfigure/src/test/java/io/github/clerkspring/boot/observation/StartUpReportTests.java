package io.github.clerkspring.boot.observation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ObservedApplication;
import io.github.clerkspring.boot.TestConnection;
import io.github.clerkspring.boot.actuate.ClerkEndpoint;
import io.github.clerkspring.boot.actuate.ClerkEndpointAutoConfiguration;
import io.github.clerkspring.boot.actuate.ClerkHealthContributorAutoConfiguration;
import io.github.clerkspring.boot.actuate.ClerkInfoContributorAutoConfiguration;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkServletSecurityAutoConfiguration;
import io.github.clerkspring.security.TokenVerificationListener;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StartUpReportTests {

	private static final String PUBLISHABLE_KEY = "clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
				ClerkSecurityAutoConfiguration.class, ClerkStartUpReportAutoConfiguration.class,
				ClerkMetricsAutoConfiguration.class, ClerkHealthContributorAutoConfiguration.class,
				ClerkInfoContributorAutoConfiguration.class, ClerkEndpointAutoConfiguration.class))
		.withPropertyValues("clerk.jwks.warm-up=false");

	private final WebApplicationContextRunner secured = this.runner.withConfiguration(AutoConfigurations
		.of(ClerkServletSecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class));

	@Test
	void oneLineSaysWhatWasConfigured(CapturedOutput output) {
		this.secured
			.withPropertyValues(PUBLISHABLE_KEY, "clerk.secret-key=sk_test_planted",
					"clerk.jwks.uri=https://keys.example:8443/jwks?token=planted",
					"clerk.session.authorized-parties=https://app.example")
			.run((context) -> assertThat(output.getOut().lines().filter((line) -> line.contains("Clerk: ")))
				.singleElement()
				.asString()
				.contains("INFO")
				.contains("Clerk: development instance example.accounts.dev; "
						+ "API https://api.clerk.com version 2026-05-12; accepts session_token of "
						+ "[https://example.accounts.dev] for [https://app.example], "
						+ "verified by the key set of https://keys.example:8443/jwks"));
		assertThat(output).doesNotContain("planted");
	}

	@Test
	void aConnectionOfTheApplicationShowsNoUserInfo(CapturedOutput output) {
		this.runner
			.withBean(ClerkConnectionDetails.class,
					() -> new TestConnection("https://user:planted@api.example:8443/clerk?token=planted#planted"))
			.run((context) -> assertThat(output).contains("; API https://api.example:8443/clerk version ")
				.doesNotContain("planted"));
	}

	@ParameterizedTest
	@CsvSource({ "http://api.example, sk_live_planted, true", "HTTP://api.example, sk_live_planted, true",
			"http://localhost.example, sk_live_planted, true", "https://api.example, sk_live_planted, false",
			"http://localhost:4000, sk_live_planted, false", "http://127.0.0.1:4000, sk_live_planted, false",
			"http://[::1]:4000, sk_live_planted, false", "http://api.example, sk_test_planted, false" })
	void warnsOfALiveKeyThatIsSentWithoutEncryption(String url, String key, boolean warns, CapturedOutput output) {
		this.runner.withPropertyValues("clerk.secret-key=" + key, "clerk.api-url=" + url).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output.getOut().contains("is sent to http://")).isEqualTo(warns);
			assertThat(warnings(output).isEmpty()).isEqualTo(!warns);
			assertThat(output).doesNotContain("planted");
		});
	}

	@Test
	void theLineOfAnApplicationWithoutApi(CapturedOutput output) {
		this.secured.withPropertyValues(PUBLISHABLE_KEY)
			.run((context) -> assertThat(output).contains("; API not used, no secret key is configured; ")
				.contains("verified by the key set of https://example.accounts.dev/.well-known/jwks.json"));
	}

	@Test
	void variablesThatHaveNoEffectAreNamed(CapturedOutput output) {
		Map<String, Object> variables = Map.of("CLERK_DOMAIN", "satellite.example", "CLERK_IS_SATELLITE", "true",
				"CLERK_API_VERSION", "v2");
		this.runner.withPropertyValues(PUBLISHABLE_KEY)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)))
			.run((context) -> assertThat(warnings(output)).hasSize(3)
				.anyMatch((line) -> line.contains("'clerk.domain' (CLERK_DOMAIN) is not used")
						&& line.contains("'clerk.session.issuer'"))
				.anyMatch((line) -> line.contains("'clerk.is-satellite' (CLERK_IS_SATELLITE) is not used"))
				.anyMatch((line) -> line.contains("'clerk.api-version' (CLERK_API_VERSION) is not used")));
	}

	@Test
	void variablesThatSayNothingAreNotNamed(CapturedOutput output) {
		this.runner
			.withPropertyValues(PUBLISHABLE_KEY, "clerk.domain=", "clerk.is-satellite=false", "clerk.api-version=v1")
			.run((context) -> {
				assertThat(output).doesNotContain("is not used");
				assertThat(warnings(output)).isEmpty();
			});
	}

	@Test
	void theLineOfAnApplicationWithoutTokens(CapturedOutput output) {
		this.runner.withPropertyValues("clerk.secret-key=sk_test_planted")
			.run((context) -> assertThat(output).contains("; no tokens are verified").doesNotContain("planted"));
	}

	@Test
	void withoutMicrometerAndActuatorNothingIsMissed() {
		this.runner.withPropertyValues(PUBLISHABLE_KEY)
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class, Endpoint.class, HealthContributor.class,
					InfoContributor.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(TokenVerificationListener.class)
				.doesNotHaveBean(ClerkEndpoint.class)
				.doesNotHaveBean("clerkHealthContributor")
				.doesNotHaveBean("clerkApiWatch"));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void requestsAreQuietUnlessDebugIsOn(WebApplicationType type, CapturedOutput output) {
		try (ObservedApplication application = new ObservedApplication(type)) {
			int start = output.getAll().length();
			drive(application);
			assertThat(clerkLines(output, start)).isEmpty();
		}
		try (ObservedApplication application = new ObservedApplication(type,
				"--logging.level.io.github.clerkspring=DEBUG")) {
			int start = output.getAll().length();
			List<String> tokens = drive(application);
			assertThat(clerkLines(output, start)).allMatch((line) -> line.contains("DEBUG"))
				.anyMatch((line) -> line.contains("token-expired"))
				.anyMatch((line) -> line.contains("token-invalid-signature"))
				.anyMatch((line) -> line.contains("jwk-kid-mismatch"));
			assertThat(output.getAll()).doesNotContain(tokens).doesNotContain(application.clerk().secretKey());
		}
	}

	private static List<String> drive(ObservedApplication application) {
		String userId = application.userId();
		List<String> tokens = List.of(application.token(), application.clerk().sessionToken(userId).expired().mint(),
				application.clerk().sessionToken(userId).signedByStranger().mint(),
				application.clerk().sessionToken(userId).header("kid", "stranger").mint());
		IntStream.range(0, 2).forEach((i) -> tokens.forEach((token) -> application.get("/users/" + userId, token)));
		return tokens;
	}

	private static List<String> warnings(CapturedOutput output) {
		return clerkLines(output, 0).stream().filter((line) -> line.contains("WARN")).toList();
	}

	// Other threads of this process, such as that of a connection pool, may log too
	private static List<String> clerkLines(CapturedOutput output, int start) {
		return output.getAll()
			.substring(start)
			.lines()
			.filter((line) -> line.contains("i.g.c.") || line.contains("clerkspring"))
			.toList();
	}

}
