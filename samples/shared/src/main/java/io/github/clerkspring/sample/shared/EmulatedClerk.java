package io.github.clerkspring.sample.shared;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * An emulated Clerk inside the process, on loopback, if no keys are configured.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingKeys
public class EmulatedClerk {

	@Bean
	ClerkEmulator clerkEmulator() {
		ClerkEmulator clerk = ClerkEmulator.start();
		clerk.users().create((user) -> user.id("user_ada").emailAddress("ada@example.com").firstName("Ada"));
		clerk.users().create((user) -> user.id("user_bob").emailAddress("bob@example.com").firstName("Bob"));
		clerk.users().create((user) -> user.id("user_eve").emailAddress("eve@example.com").firstName("Eve"));
		clerk.organizations().create("org_acme", "Acme", Map.of());
		clerk.organizations().addMember("org_acme", "user_ada", "org:admin");
		clerk.organizations().addMember("org_acme", "user_bob", "org:member");
		return clerk;
	}

	@Bean
	ClerkConnectionDetails clerkConnectionDetails(ClerkEmulator clerk) {
		return new EmulatorConnectionDetails(clerk);
	}

	private record EmulatorConnectionDetails(ClerkEmulator clerk) implements ClerkConnectionDetails {

		@Override
		public String apiUrl() {
			return this.clerk.baseUrl();
		}

		@Override
		public ClerkSecretKey secretKey() {
			return ClerkSecretKey.valueOf(this.clerk.secretKey());
		}

		@Override
		public ClerkPublishableKey publishableKey() {
			return ClerkPublishableKey.valueOf(this.clerk.publishableKey());
		}

	}

}
