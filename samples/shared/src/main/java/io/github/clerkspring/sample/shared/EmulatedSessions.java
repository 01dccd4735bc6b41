package io.github.clerkspring.sample.shared;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.webhook.ClerkWebhookConnectionDetails;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;

/**
 * Prints requests with session tokens of the emulated Clerk, which sends its webhooks to
 * the application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingKeys
@Import(EmulatedClerk.class)
public class EmulatedSessions {

	@Bean
	ClerkWebhookConnectionDetails clerkWebhookConnectionDetails(ClerkEmulator clerk) {
		return () -> List.of(new Secret(clerk.webhooks().secret()));
	}

	@Bean
	ApplicationRunner tokens(ClerkEmulator clerk, Environment environment) {
		return (arguments) -> {
			Map<String, String> tokens = new LinkedHashMap<>();
			tokens.put("Ada, admin of Acme", token(clerk.sessionToken("user_ada").organization("org_acme")));
			tokens.put("Bob, member of Acme", token(clerk.sessionToken("user_bob").organization("org_acme")));
			tokens.put("Eve, without organization", token(clerk.sessionToken("user_eve")));
			String url = "http://localhost:" + environment.getProperty("local.server.port", "8080");
			clerk.webhooks().endpoint(url + "/webhooks/clerk");
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

}
