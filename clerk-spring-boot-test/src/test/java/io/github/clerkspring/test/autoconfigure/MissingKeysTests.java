package io.github.clerkspring.test.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.outbound.ClerkMachineTokenAutoConfiguration;
import io.github.clerkspring.security.outbound.MachineTokenProvider;

import static org.assertj.core.api.Assertions.assertThat;

class MissingKeysTests {

	@Test
	void failureOfATestWithoutKeysNamesTheEmulator() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class))
			.run((context) -> assertThat(action(context.getStartupFailure())).contains("@AutoConfigureClerkEmulator"));
	}

	@Test
	void failureOfATestWithoutMachineKeyDoesNotNameTheEmulatorSinceItHasNone() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
					ClerkMachineTokenAutoConfiguration.class, ClerkEmulatorAutoConfiguration.class))
			.withBean(MachineCaller.class)
			.run((context) -> assertThat(action(context.getStartupFailure())).contains("CLERK_MACHINE_SECRET_KEY")
				.doesNotContain("@AutoConfigureClerkEmulator"));
	}

	private static String action(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, ex) -> {
			}))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((analysis) -> analysis != null)
			.findFirst()
			.map(FailureAnalysis::getAction)
			.orElseThrow();
	}

	record MachineCaller(MachineTokenProvider tokens) {

	}

}
