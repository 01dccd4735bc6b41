package io.github.clerkspring.boot;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkServletSecurityAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkStartUpTests {

	private static final String SECRET_KEY = "clerk.secret-key=sk_test_planted";

	private static final String PUBLISHABLE_KEY = "clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class));

	private final WebApplicationContextRunner webRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkSecurityAutoConfiguration.class,
				ClerkServletSecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class))
		.withPropertyValues("clerk.jwks.warm-up=false");

	@ParameterizedTest
	@CsvSource({ "clerk.secret-key=planted, clerk.secret-key, CLERK_SECRET_KEY",
			"clerk.secret-key=sk_prod_planted, clerk.secret-key, CLERK_SECRET_KEY",
			"clerk.publishable-key=pk_test_planted!, clerk.publishable-key, CLERK_PUBLISHABLE_KEY",
			"clerk.publishable-key=pk_test_bm90IGEgaG9zdCQ, clerk.publishable-key, CLERK_PUBLISHABLE_KEY",
			"clerk.secret-key=, clerk.secret-key, CLERK_SECRET_KEY",
			"other=planted, clerk.secret-key, CLERK_SECRET_KEY" })
	void aKeyThatIsMissingOrWrongIsNamedAndNotRepeated(String value, String property, String variable) {
		this.runner.withPropertyValues(value).run((context) -> {
			assertThat(context).hasFailed();
			assertAnalysis(context.getStartupFailure(), property, variable);
		});
	}

	@ParameterizedTest
	@CsvSource({ "clerk.secret-key, pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk, a publishable key, clerk.publishable-key",
			"clerk.secret-key, ak_planted, a secret key of a machine, clerk.machine-secret-key",
			"clerk.publishable-key, sk_test_planted, a secret key, clerk.secret-key",
			"clerk.jwt-key, sk_live_planted, a secret key, clerk.secret-key",
			"clerk.jwt-key, pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk, a publishable key, clerk.publishable-key",
			"clerk.machine-secret-key, sk_live_planted, a secret key, clerk.secret-key" })
	void aKeyOfAnotherKindIsSaidToBeOne(String property, String value, String kind, String other) {
		this.runner.withPropertyValues(property + "=" + value).run((context) -> {
			FailureAnalysis analysis = StartUpFailures.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription())
				.isEqualTo("%s: The value is %s, which belongs to the property '%s'.".formatted(property, kind, other));
			assertThat(StartUpFailures.text(context.getStartupFailure())).doesNotContain("planted");
		});
	}

	@Test
	void anUnresolvedPlaceholderIsNamed() {
		this.runner.withPropertyValues("clerk.secret-key=${CLERK_KEY_OF_NOBODY}")
			.run((context) -> assertThat(StartUpFailures.analyze(context.getStartupFailure()).getDescription())
				.isEqualTo("clerk.secret-key: The value is the unresolved placeholder ${CLERK_KEY_OF_NOBODY}."));
	}

	@Test
	void actionForMissingKeysNamesBothKeys() {
		this.runner.run((context) -> assertThat(StartUpFailures.analyze(context.getStartupFailure()).getAction())
			.contains("CLERK_SECRET_KEY", "CLERK_PUBLISHABLE_KEY"));
	}

	@Test
	void keysOfDifferentKindsOfInstancesAreRefused() {
		this.runner.withPropertyValues(SECRET_KEY, "clerk.publishable-key=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k")
			.run((context) -> {
				assertThat(context).hasFailed();
				assertAnalysis(context.getStartupFailure(), "clerk.publishable-key", "CLERK_PUBLISHABLE_KEY");
			});
	}

	@Test
	void anUnreadablePemIsRefused() {
		this.webRunner.withPropertyValues(PUBLISHABLE_KEY, "clerk.jwt-key=planted").run((context) -> {
			assertThat(context).hasFailed();
			assertAnalysis(context.getStartupFailure(), "clerk.jwt-key", "CLERK_JWT_KEY");
		});
	}

	@Test
	void tokensWithoutIssuerAreRefusedAtStart() {
		this.webRunner.withPropertyValues(SECRET_KEY).run((context) -> {
			assertThat(context).hasFailed();
			assertAnalysis(context.getStartupFailure(), "clerk.publishable-key", "CLERK_PUBLISHABLE_KEY");
		});
		this.webRunner.withPropertyValues(SECRET_KEY, "clerk.session.issuer=https://clerk.example.com")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ClerkKeySource.class));
	}

	@Test
	void environmentVariablesOfClerkBind() {
		Map<String, Object> variables = new HashMap<>(Map.of("CLERK_SECRET_KEY", "sk_test_planted",
				"CLERK_PUBLISHABLE_KEY", "pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "CLERK_JWT_KEY", "pem",
				"CLERK_MACHINE_SECRET_KEY", "ak_planted", "CLERK_API_URL", "http://127.0.0.1:1", "CLERK_PROXY_URL",
				"https://example.com/__clerk"));
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
								variables)))
			.run((context) -> {
				ClerkConnectionDetails details = context.getBean(ClerkConnectionDetails.class);
				assertThat(details.secretKey().value()).isEqualTo("sk_test_planted");
				assertThat(details.publishableKey().frontendApiHost()).isEqualTo("example.accounts.dev");
				assertThat(details.jwtKey()).isEqualTo("pem");
				assertThat(details.machineSecretKey().value()).isEqualTo("ak_planted");
				assertThat(details.apiUrl()).isEqualTo("http://127.0.0.1:1");
				assertThat(details.proxyUrl()).hasToString("https://example.com/__clerk");
				assertThat(context.getBean(ClerkProperties.class)).asString().doesNotContain("planted");
			});
	}

	@Test
	void whiteSpaceAroundKeysIsIgnored() {
		this.runner
			.withPropertyValues("clerk.secret-key= sk_test_planted\n", "clerk.machine-secret-key= ak_planted\n",
					"clerk.publishable-key= pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk\n")
			.run((context) -> {
				ClerkConnectionDetails details = context.getBean(ClerkConnectionDetails.class);
				assertThat(details.secretKey().value()).isEqualTo("sk_test_planted");
				assertThat(details.machineSecretKey().value()).isEqualTo("ak_planted");
				assertThat(details.publishableKey().frontendApiHost()).isEqualTo("example.accounts.dev");
			});
	}

	@Test
	void anEmptyPropertyCountsAsAbsent() {
		this.runner
			.withPropertyValues(SECRET_KEY, "clerk.publishable-key=", "clerk.jwt-key= ", "clerk.machine-secret-key=")
			.run((context) -> {
				ClerkConnectionDetails details = context.getBean(ClerkConnectionDetails.class);
				assertThat(details.publishableKey()).isNull();
				assertThat(details.jwtKey()).isNull();
				assertThat(details.machineSecretKey()).isNull();
			});
	}

	@Test
	void onlyTheUseOfTheClientNeedsASecretKey() {
		this.runner.withPropertyValues(PUBLISHABLE_KEY).run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues(PUBLISHABLE_KEY).withBean(Consumer.class).run((context) -> {
			assertThat(context).hasFailed();
			assertAnalysis(context.getStartupFailure(), "clerk.secret-key", "CLERK_SECRET_KEY");
		});
	}

	@Test
	void connectionDetailsOfTheApplicationTakeThePlaceOfProperties() {
		this.runner.withPropertyValues("clerk.secret-key=wrong")
			.withBean(ClerkConnectionDetails.class, TestConnection::new)
			.run((context) -> assertThat(context).hasNotFailed().getBean(ClerkBackendClient.class).isNotNull());
	}

	private static void assertAnalysis(Throwable failure, String property, String variable) {
		FailureAnalysis analysis = StartUpFailures.analyze(failure);
		assertThat(analysis.getDescription()).startsWith(property + ": ");
		assertThat(analysis.getAction()).contains(property, variable, "https://dashboard.clerk.com", "clerk.enabled");
		assertThat(StartUpFailures.text(failure)).doesNotContain("planted");
	}

	static class Consumer {

		Consumer(ClerkBackendClient clerk) {
		}

	}

}
