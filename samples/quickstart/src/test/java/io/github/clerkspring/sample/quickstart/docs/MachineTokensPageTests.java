package io.github.clerkspring.sample.quickstart.docs;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkPrincipal;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.CurrentMachine;
import io.github.clerkspring.security.authorization.AcceptsTokens;
import io.github.clerkspring.security.authorization.RequiresScope;
import io.github.clerkspring.security.machine.MachineAuthoritiesMapper;
import io.github.clerkspring.security.machine.MachineTokenValidator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/machine-tokens.md for WebFlux and for both stacks.
 */
@SpringBootTest(properties = "clerk.accepted-tokens=session,m2m,oauth,api-key")
@AutoConfigureWebTestClient
@AutoConfigureClerkEmulator
@Import({ MachineTokensPageTests.InvoiceController.class, MachineTokensPageTests.Beans.class })
class MachineTokensPageTests {

	@Autowired
	private ClerkEmulator emulator;

	@Autowired
	private WebTestClient webTestClient;

	@Test
	void acceptsApiKeyWithScope() {
		ClerkEmulator clerk = this.emulator;
		WebTestClient client = this.webTestClient;
		String key = clerk.apiKey("user_ada").scopes("invoices:read").mint();
		client.get().uri("/invoices").headers((headers) -> headers.setBearerAuth(key)).exchange().expectStatus().isOk();
	}

	@Test
	void namesTheScopeThatIsMissing() {
		String key = this.emulator.apiKey("user_ada").scopes("other").mint();
		send("/invoices", key).expectStatus()
			.isForbidden()
			.expectHeader()
			.value(HttpHeaders.WWW_AUTHENTICATE,
					(challenge) -> assertThat(challenge).startsWith("Bearer error=\"insufficient_scope\"")
						.endsWith("scope=\"invoices:read\""));
	}

	@Test
	void endpointAcceptsItsTypesOfTokens() {
		String m2m = this.emulator.machineToken("mch_billing").mint();
		send("/sync", m2m).expectStatus().isOk();
		String key = this.emulator.apiKey("user_ada").mint();
		send("/sync", key).expectStatus()
			.isUnauthorized()
			.expectHeader()
			.value(HttpHeaders.WWW_AUTHENTICATE, (challenge) -> assertThat(challenge).contains("invalid_token",
					"The token type api_key is not accepted"));
	}

	@Test
	void principalHasOneOfTwoTypes() {
		send("/who", this.emulator.apiKey("user_ada").mint()).expectBody(String.class).isEqualTo("machine of user_ada");
		send("/who", this.emulator.sessionToken("user_ada").mint()).expectBody(String.class)
			.isEqualTo("session of user_ada");
	}

	@Test
	void validatorRejectsClients() {
		send("/who", this.emulator.oauthToken("user_ada", "client_reports").mint()).expectStatus().isOk();
		for (boolean opaque : new boolean[] { true, false }) {
			var token = this.emulator.oauthToken("user_ada", "client_other");
			send("/who", ((opaque) ? token.opaque() : token.jwt()).mint()).expectStatus().isUnauthorized();
		}
	}

	private WebTestClient.ResponseSpec send(String path, String token) {
		return this.webTestClient.get().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange();
	}

	@RestController
	static class InvoiceController {

		@GetMapping("/invoices")
		@RequiresScope("invoices:read")
		Mono<String> invoices(@CurrentMachine ClerkMachine machine) {
			return Mono.just("Invoices of " + machine.subject());
		}

		@GetMapping("/sync")
		@AcceptsTokens(ClerkTokenType.M2M)
		Mono<String> sync(@CurrentMachine ClerkMachine machine) {
			return Mono.just(machine.subject());
		}

		@GetMapping("/who")
		Mono<String> who(@AuthenticationPrincipal ClerkPrincipal principal) {
			return Mono.just((principal instanceof ClerkMachine machine) ? "machine of " + machine.subject()
					: "session of " + principal.getName());
		}

	}

	static class Beans {

		@Bean
		MachineTokenValidator knownClients() {
			return (machine) -> machine.clientId() == null || machine.clientId().equals("client_reports");
		}

		@Bean
		MachineAuthoritiesMapper machineAuthorities() {
			return MachineAuthoritiesMapper.withDefaults();
		}

	}

}
