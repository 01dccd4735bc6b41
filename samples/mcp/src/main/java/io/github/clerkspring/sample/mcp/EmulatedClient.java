package io.github.clerkspring.sample.mcp;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.sample.shared.ConditionalOnMissingKeys;
import io.github.clerkspring.sample.shared.EmulatedClerk;

/**
 * Prints requests with access tokens of the emulated Clerk.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingKeys
@Import(EmulatedClerk.class)
class EmulatedClient {

	private static final String CALL = """
			curl -i %s/mcp -H 'Accept: application/json, text/event-stream' -H 'Content-Type: application/json' \\
			  -d '{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "profile", "arguments": {}}}' \\
			  -H 'Authorization: Bearer %s'
			""";

	@Bean
	ApplicationRunner requests(ClerkEmulator clerk, Environment environment) {
		return (arguments) -> {
			String url = "http://localhost:" + environment.getProperty("local.server.port", "8080");
			System.out.printf("""

					No keys of Clerk are configured, so this is an emulated Clerk at %s

					Without a token (401):
					curl -i -X POST %2$s/mcp

					Metadata:
					curl -i %2$s/.well-known/oauth-protected-resource
					""", clerk.baseUrl(), url);
			System.out.printf("%nWithout the required scope (403):%n" + CALL, url, token(clerk, "email"));
			System.out.printf("%nA call of the tool for Ada:%n" + CALL, url, token(clerk, "profile"));
		};
	}

	private static String token(ClerkEmulator clerk, String scope) {
		return clerk.oauthToken("user_ada", "assistant").scopes(scope).mint();
	}

}
