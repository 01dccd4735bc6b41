package io.github.clerkspring.sample.webmvc.docs;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.CurrentMachine;
import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/machine-tokens.md and docs/mcp.md for servlet MVC.
 */
@SpringBootTest(properties = { "clerk.accepted-tokens=session,m2m,oauth,api-key",
		"clerk.oauth.resource=https://tools.example.com", "clerk.oauth.scopes=profile,tools:call" })
@AutoConfigureMockMvc
@AutoConfigureClerkEmulator
@Import({ MachineTokensPageTests.ToolController.class, MachineTokensPageTests.Chains.class })
class MachineTokensPageTests {

	@Autowired
	private ClerkEmulator emulator;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void requestRulesApply() {
		String key = this.emulator.apiKey("user_ada").scopes("invoices:read").mint();
		assertThat(get("/reports/1", key)).hasStatusOk().bodyText().isEqualTo("user_ada");
		assertThat(get("/reports/1", this.emulator.apiKey("user_ada").mint())).hasStatus(403);
		assertThat(get("/jobs/1", this.emulator.machineToken("mch_billing").mint())).hasStatusOk();
		MvcTestResult refused = get("/jobs/1", key);
		assertThat(refused).hasStatus(401);
		assertThat(challenge(refused)).contains("The token type api_key is not accepted");
	}

	@Test
	void clientOfToolsFindsTheMetadata() {
		assertThat(this.mvc.post().uri("/mcp").exchange()).hasStatus(401)
			.hasHeader(HttpHeaders.WWW_AUTHENTICATE,
					"Bearer resource_metadata=\"https://tools.example.com/.well-known/oauth-protected-resource\"");
		for (String path : new String[] { "", "/mcp" }) {
			assertThat(this.mvc.get().uri("/.well-known/oauth-protected-resource" + path)).hasStatusOk()
				.bodyJson()
				.isEqualTo("""
						{
						  "resource": "https://tools.example.com%s",
						  "authorization_servers": ["%s"],
						  "scopes_supported": ["profile", "tools:call"],
						  "bearer_methods_supported": ["header"]
						}
						""".formatted(path, this.emulator.issuer()));
		}
	}

	@Test
	void clientOfToolsNeedsTheScope() {
		MvcTestResult denied = post(this.emulator.oauthToken("user_ada", "client_1").scopes("profile").mint());
		assertThat(denied).hasStatus(403);
		assertThat(challenge(denied)).endsWith("scope=\"tools:call\", "
				+ "resource_metadata=\"https://tools.example.com/.well-known/oauth-protected-resource\"");
		assertThat(post(this.emulator.oauthToken("user_ada", "client_1").scopes("tools:call").mint())).hasStatusOk();
		assertThat(post(this.emulator.sessionToken("user_ada").mint())).hasStatus(401);
	}

	private static String challenge(MvcTestResult result) {
		return result.getResponse().getHeader(HttpHeaders.WWW_AUTHENTICATE);
	}

	private MvcTestResult get(String path, String token) {
		return this.mvc.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	private MvcTestResult post(String token) {
		return this.mvc.post().uri("/mcp").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	@RestController
	static class ToolController {

		@GetMapping({ "/reports/1", "/jobs/1" })
		String report(@CurrentMachine ClerkMachine machine) {
			return machine.subject();
		}

		@PostMapping("/mcp")
		String call(@CurrentMachine ClerkMachine machine) {
			return machine.subject();
		}

	}

	static class Chains {

		@Bean
		@Order(1)
		SecurityFilterChain machines(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http.securityMatcher("/reports/**", "/jobs/**"))
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/reports/**")
					.access(ClerkAuthorization.scope("invoices:read"))
					.requestMatchers("/jobs/**")
					.access(ClerkAuthorization.acceptsTokens(ClerkTokenType.M2M))
					.anyRequest()
					.authenticated())
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain tools(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http.securityMatcher("/mcp/**"))
				.authorizeHttpRequests((requests) -> requests.anyRequest()
					.access(ClerkAuthorization.all(ClerkAuthorization.acceptsTokens(ClerkTokenType.OAUTH),
							ClerkAuthorization.scope("tools:call"))))
				.build();
		}

	}

}
