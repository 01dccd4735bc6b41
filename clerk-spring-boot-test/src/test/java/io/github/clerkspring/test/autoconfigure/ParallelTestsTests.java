package io.github.clerkspring.test.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of one application context that run in parallel, as JUnit does with
 * {@code junit.jupiter.execution.parallel.enabled}.
 */
class ParallelTestsTests {

	@Test
	void thousandTestsShareAnEmulator() {
		TestExecutionSummary summary = run(Sharing.class);
		assertThat(summary.getFailures()).isEmpty();
		assertThat(summary.getTestsSucceededCount()).isEqualTo(1000);
	}

	@Test
	void resetThatWouldDisturbAnotherTestFails() {
		TestExecutionSummary summary = run(Resetting.class);
		assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
		assertThat(summary.getFailures()).singleElement()
			.satisfies((failure) -> assertThat(failure.getException()).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("The emulator cannot be reset for Resetting.")
				.hasMessageContaining("@AutoConfigureClerkEmulator(reset = false)"));
	}

	private static TestExecutionSummary run(Class<?> tests) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(tests))
			.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
			.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
			.configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener, new TestExecutionListener() {

			@Override
			public void executionFinished(TestIdentifier test, TestExecutionResult result) {
				if (result.getStatus() == TestExecutionResult.Status.FAILED) {
					Resetting.REFUSED.countDown();
				}
			}

		});
		return listener.getSummary();
	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = "spring.main.web-application-type=none")
	@AutoConfigureClerkEmulator(reset = false)
	@Execution(ExecutionMode.CONCURRENT)
	static class Sharing {

		private static final Duration LIMIT = Duration.ofSeconds(60);

		@Autowired
		private ClerkBackendClient clerk;

		@Autowired
		private ClerkEmulator emulator;

		@RepeatedTest(1000)
		void keepsItsUserAndOrganization() {
			String userId = this.emulator.users().create();
			String organizationId = this.emulator.organizations().create();
			this.emulator.organizations().addMember(organizationId, userId, "org:admin");
			User user = this.clerk.users().get(userId).block(LIMIT);
			Organization organization = this.clerk.organizations().get(organizationId).block(LIMIT);
			assertThat(user).isNotNull();
			assertThat(user.emailAddresses()).hasSize(1);
			assertThat(organization).isNotNull();
			assertThat(this.emulator.sessionToken(userId).organization(organizationId).mint()).isNotEmpty();
		}

	}

	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = { "spring.main.web-application-type=none",
					"logging.level.org.springframework.test.context.TestContextManager=error" })
	@AutoConfigureClerkEmulator
	@Execution(ExecutionMode.CONCURRENT)
	static class Resetting {

		private static final CountDownLatch REFUSED = new CountDownLatch(1);

		@RepeatedTest(2)
		void waitsForTheOther() throws InterruptedException {
			assertThat(REFUSED.await(60, TimeUnit.SECONDS)).isTrue();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
