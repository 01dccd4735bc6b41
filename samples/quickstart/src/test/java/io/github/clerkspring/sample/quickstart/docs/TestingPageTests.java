package io.github.clerkspring.sample.quickstart.docs;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.reactive.ClerkServerConfigurers;
import io.github.clerkspring.test.requests.ClerkAssertions;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/testing.md for WebFlux and for both stacks.
 */
@SpringBootTest
@AutoConfigureWebTestClient
@AutoConfigureClerkEmulator
@Import(TestingPageTests.InvoiceController.class)
class TestingPageTests {

	@Autowired
	private ClerkEmulator emulator;

	@Autowired
	private ClerkBackendClient backend;

	@Autowired
	private WebTestClient client;

	@Test
	void mintsTokensOfMachines() {
		ClerkEmulator clerk = this.emulator;
		String machineId = "mch_billing";
		String otherMachineId = "mch_storage";
		String userId = "user_ada";
		String clientId = "reports";
		String opaque = clerk.machineToken(machineId).scopes(otherMachineId).claim("tenant", "acme").mint(); // mt_…
		String signed = clerk.machineToken(machineId).jwt().mint(); // category M2M
		String access = clerk.oauthToken(userId, clientId).scopes("profile").mint(); // signed,
																						// at+jwt
		String revoked = clerk.oauthToken(userId, clientId).opaque().revoked().mint(); // oat_…
		String key = clerk.apiKey(userId).scopes("invoices:read").expiresIn(Duration.ofMinutes(5)).mint(); // ak_…
		assertThat(opaque).startsWith("mt_");
		assertThat(signed).contains(".");
		assertThat(access).contains(".");
		assertThat(revoked).startsWith("oat_");
		assertThat(key).startsWith("ak_");
	}

	@Test
	void claimsSession() {
		WebTestClient client = this.client;
		client.get().uri("/invoices").exchange().expectStatus().isUnauthorized();
		client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada").organization("org_acme"))
			.get()
			.uri("/invoices")
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	@WithClerkSession(userId = "user_ada", organization = "org_acme", role = "org:admin",
			permissions = "org:invoices:read")
	void runsWithSession() {
		this.client.get().uri("/invoices").exchange().expectBody(String.class).isEqualTo("user_ada");
	}

	@Test
	void tellsWhatWasAsked() {
		ClerkEmulator clerk = this.emulator;
		clerk.users().create((user) -> user.id("user_ada"));
		this.backend.users()
			.update("user_ada", UpdateUserRequest.create().firstName("Ada"))
			.block(Duration.ofSeconds(20));
		ClerkAssertions.assertThat(clerk)
			.received("PATCH /users/{user_id}")
			.withPath("/v1/users/user_ada")
			.withBodyField("first_name", "Ada")
			.once();
		ClerkAssertions.assertThat(clerk).didNotReceive("DELETE /users/{user_id}");
	}

	@RestController
	static class InvoiceController {

		@GetMapping("/invoices")
		String invoices(@AuthenticationPrincipal ClerkSession session) {
			return session.userId();
		}

	}

}
