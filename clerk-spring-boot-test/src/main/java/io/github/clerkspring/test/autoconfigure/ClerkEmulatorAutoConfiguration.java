package io.github.clerkspring.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for an emulated Clerk.
 */
@AutoConfiguration(before = ClerkAutoConfiguration.class)
public final class ClerkEmulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkEmulator clerkEmulator() {
		return ClerkEmulator.start();
	}

	@Bean
	@ConditionalOnMissingBean(ClerkConnectionDetails.class)
	EmulatorClerkConnectionDetails clerkConnectionDetails(ClerkEmulator emulator) {
		return new EmulatorClerkConnectionDetails(emulator);
	}

}
