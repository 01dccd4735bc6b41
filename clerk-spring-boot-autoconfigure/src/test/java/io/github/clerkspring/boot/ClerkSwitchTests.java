package io.github.clerkspring.boot;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.mock;

/**
 * {@code clerk.enabled} switches off all of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClerkSwitchTests {

	private static final String[] OFF = { "clerk.enabled=false", "clerk.client.retry.max-attempts=0",
			"management.endpoints.web.exposure.include=*" };

	@Test
	void offIsOffForEveryAutoConfiguration(CapturedOutput output) {
		assertOff(new ApplicationContextRunner());
		assertOff(new WebApplicationContextRunner());
		assertOff(new ReactiveWebApplicationContextRunner());
		assertThat(output.getOut().split("Clerk is disabled by 'clerk.enabled'", -1)).hasSize(4);
	}

	@Test
	void noLineIsLoggedWhereClerkIsOn(CapturedOutput output) {
		new ApplicationContextRunner().withUserConfiguration(Application.class, Connection.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ClerkBackendClient.class));
		assertThat(output).doesNotContain("switched off");
	}

	private static <C extends ConfigurableApplicationContext, A extends ApplicationContextAssertProvider<C>> void assertOff(
			AbstractApplicationContextRunner<?, C, A> runner) {
		runner.withUserConfiguration(Application.class, Connection.class, Verification.class)
			.withPropertyValues(OFF)
			.run((context) -> {
				assertThat(context.getStartupFailure()).isNull();
				assertThat(beansOfClerk(context)).containsExactlyInAnyOrder("connection", "keys", "verifier",
						ClerkDisabledAutoConfiguration.class.getName());
			});
	}

	private static String[] beansOfClerk(ApplicationContext context) {
		return Arrays.stream(context.getBeanDefinitionNames())
			.filter((name) -> context.getType(name).getName().startsWith("io.github.clerkspring."))
			.filter((name) -> !context.getType(name).getName().contains("ClerkSwitchTests$Application")
					&& !context.getType(name).isAnnotationPresent(Configuration.class)
					|| name.equals(ClerkDisabledAutoConfiguration.class.getName()))
			.toArray(String[]::new);
	}

	@ParameterizedTest
	@ValueSource(classes = { Client.class, Keys.class })
	void aMissingBeanIsExplained(Class<?> type) {
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(OFF)
			.withBean(type)
			.run((context) -> {
				FailureAnalysis analysis = StartUpFailures.analyze(context.getStartupFailure(),
						new MockEnvironment().withProperty("clerk.enabled", "false"));
				assertThat(analysis.getDescription()).contains("Clerk is switched off", "Parameter 0 of constructor");
				assertThat(analysis.getAction()).contains("'clerk.enabled'");
			});
	}

	@Test
	void aMissingBeanOfSomebodyElseIsNotExplained() {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(OFF)
			.withBean(Other.class)
			.run((context) -> assertThat(
					new ClerkDisabledFailureAnalyzer(new MockEnvironment().withProperty("clerk.enabled", "false"))
						.analyze(context.getStartupFailure()))
				.isNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "true", "TRUE", "yes", "on" })
	void onIsOn(String value) {
		new ApplicationContextRunner().withUserConfiguration(Application.class, Connection.class)
			.withPropertyValues("clerk.enabled=" + value)
			.run((context) -> assertThat(context).hasSingleBean(ClerkBackendClient.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ture", "${CLERK_ON}", "2", "enabled" })
	void aTypingErrorDoesNotSwitchClerkOff(String value) {
		new WebApplicationContextRunner().withUserConfiguration(Application.class, Connection.class)
			.withPropertyValues("clerk.enabled=" + value)
			.run((context) -> assertThat(StartUpFailures.analyze(context.getStartupFailure()).getDescription())
				.startsWith("clerk.enabled: "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3.5.7", "2.7.18", "3.4.0-SNAPSHOT" })
	void anOldSpringBootIsRefusedWithTheVersionsThatAreSupported(String version) {
		assertThatExceptionOfType(ClerkConfigurationException.class)
			.isThrownBy(() -> OnClerkEnabledCondition.requireSupported(version))
			.withMessageContaining("Spring Boot 4.0 and 4.1")
			.withMessageContaining(version)
			.satisfies((ex) -> assertThat(ex.action()).contains("remove the starter").doesNotContain("clerk.enabled"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.0", "4.1.2", "4.2.0-M1", "10.0.0" })
	void otherVersionsOfSpringBootStart(String version) {
		assertThatNoException().isThrownBy(() -> OnClerkEnabledCondition.requireSupported(version));
		assertThatNoException().isThrownBy(() -> OnClerkEnabledCondition.requireSupported(null));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Connection {

		@Bean
		ClerkConnectionDetails connection() {
			return new TestConnection();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Verification {

		@Bean
		ClerkKeySource keys() {
			return mock(ClerkKeySource.class);
		}

		@Bean
		SessionTokenVerifier verifier(ClerkKeySource keys) {
			return SessionTokenVerifier.builder(keys, SessionTokenRules.forIssuer("https://clerk.example.com")).build();
		}

	}

	static class Client {

		Client(ClerkBackendClient clerk) {
		}

	}

	static class Keys {

		Keys(ClerkKeySource keys) {
		}

	}

	static class Other {

		Other(Thread.UncaughtExceptionHandler handler) {
		}

	}

}
