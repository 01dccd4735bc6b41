package io.github.clerkspring.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for an emulated Clerk. A test that
 * asks for one must never reach another, so its connection details come before those of
 * the application.
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
