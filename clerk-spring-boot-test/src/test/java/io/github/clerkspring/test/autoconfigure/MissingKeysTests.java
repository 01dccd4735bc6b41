package io.github.clerkspring.test.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.github.clerkspring.boot.ClerkAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class MissingKeysTests {

	@Test
	void failureOfATestWithoutKeysNamesTheEmulator() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class))
			.run((context) -> assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
				.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, ex) -> {
				}))
				.stream()
				.map((analyzer) -> analyzer.analyze(context.getStartupFailure()))
				.filter((analysis) -> analysis != null)
				.findFirst()).get()
				.extracting(FailureAnalysis::getAction)
				.asString()
				.contains("@AutoConfigureClerkEmulator"));
	}

}
