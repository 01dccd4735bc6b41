package io.github.clerkspring.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for an emulator of Clerk. Its
 * connection details take precedence over those of the application, so that a test with
 * an emulator never connects to another instance.
 */
@AutoConfiguration(before = ClerkAutoConfiguration.class)
public final class ClerkEmulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkEmulator clerkEmulator() {
		return ClerkEmulator.start();
	}

	@Bean
	RunningTests clerkEmulatorRunningTests() {
		return new RunningTests();
	}

	@Bean
	@Primary
	EmulatorClerkConnectionDetails emulatorClerkConnectionDetails(ClerkEmulator emulator) {
		return new EmulatorClerkConnectionDetails(emulator);
	}

}
