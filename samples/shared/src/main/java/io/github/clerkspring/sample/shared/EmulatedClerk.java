package io.github.clerkspring.sample.shared;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;

/**
 * An emulated Clerk inside the process, on loopback, if no keys are configured.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${clerk.secret-key:}'.isBlank() && '${clerk.publishable-key:}'.isBlank()")
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

	@Bean
	ApplicationRunner tokens(ClerkEmulator clerk, Environment environment) {
		return (arguments) -> {
			Map<String, String> tokens = new LinkedHashMap<>();
			tokens.put("Ada, admin of Acme", token(clerk.sessionToken("user_ada").organization("org_acme")));
			tokens.put("Bob, member of Acme", token(clerk.sessionToken("user_bob").organization("org_acme")));
			tokens.put("Eve, without organization", token(clerk.sessionToken("user_eve")));
			String url = "http://localhost:" + environment.getProperty("local.server.port", "8080");
			System.out.printf("%nNo keys of Clerk are configured, so this is an emulated Clerk at %s%n",
					clerk.baseUrl());
			tokens.forEach((who, token) -> System.out.printf("%n%s:%ncurl -i %s/me -H 'Authorization: Bearer %s'%n",
					who, url, token));
			System.out
				.printf("%nOther paths: GET /, GET /organization/members, DELETE /organization/members/user_bob%n");
		};
	}

	private static String token(SessionTokenBuilder token) {
		return token.expiresIn(Duration.ofDays(1)).mint();
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
