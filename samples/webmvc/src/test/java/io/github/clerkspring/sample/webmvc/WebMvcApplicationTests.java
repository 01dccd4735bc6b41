package io.github.clerkspring.sample.webmvc;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.emulator.SessionTokenBuilder;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.inbox.DeliveryEntry;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator
class WebMvcApplicationTests {

	@Autowired
	private ClerkEmulator clerk;

	private WebTestClient web;

	private String ada;

	private String bob;

	private String acme;

	@BeforeEach
	void seed(@LocalServerPort int port) {
		this.web = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofMinutes(1))
			.build();
		this.ada = this.clerk.users().create((user) -> user.emailAddress("ada@example.com").firstName("Ada"));
		this.bob = this.clerk.users().create("bob@example.com");
		this.acme = this.clerk.organizations().create("org_acme", "Acme", Map.of());
		this.clerk.organizations().addMember(this.acme, this.ada, "org:admin");
		this.clerk.organizations().addMember(this.acme, this.bob, "org:member");
	}

	@Test
	void everybodyMayReadTheIndex() {
		request(HttpMethod.GET, "/", null).expectStatus().isOk();
	}

	@Test
	void whoIsSignedInSeesTokenAndUser() {
		request(HttpMethod.GET, "/me", token(this.ada)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.userId")
			.isEqualTo(this.ada)
			.jsonPath("$.firstName")
			.isEqualTo("Ada")
			.jsonPath("$.organization")
			.isEqualTo("acme")
			.jsonPath("$.role")
			.isEqualTo("org:admin");
	}

	@Test
	void tokensOfBothVersionsAreAccepted() {
		request(HttpMethod.GET, "/me", token(this.ada).version(1)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.role")
			.isEqualTo("org:admin");
	}

	@Test
	void withoutTokenThereIsAChallenge() {
		request(HttpMethod.GET, "/me", null).expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer.*");
	}

	@Test
	void wrongTokensAreRefused() {
		request(HttpMethod.GET, "/me", token(this.ada).expired()).expectStatus().isUnauthorized();
		request(HttpMethod.GET, "/me", token(this.ada).signedByStranger()).expectStatus().isUnauthorized();
		request(HttpMethod.GET, "/me", token(this.ada).pending()).expectStatus().isUnauthorized();
		request(HttpMethod.GET, "/me", token(this.ada).claim("iss", "https://evil.example")).expectStatus()
			.isUnauthorized();
	}

	@Test
	void membersNeedAnActiveOrganization() {
		request(HttpMethod.GET, "/organization/members", token(this.ada)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(2);
		request(HttpMethod.GET, "/organization/members", this.clerk.sessionToken(this.ada)).expectStatus()
			.isForbidden();
	}

	@Test
	void onlyAdminsRemoveMembers() {
		String path = "/organization/members/" + this.bob;
		request(HttpMethod.DELETE, path, null).expectStatus().isUnauthorized();
		request(HttpMethod.DELETE, path, token(this.bob)).expectStatus().isForbidden();
		request(HttpMethod.DELETE, path, token(this.ada)).expectStatus().isNoContent();
		request(HttpMethod.DELETE, path, token(this.ada)).expectStatus().isNotFound();
	}

	@Test
	void onlyAdminsSeeContactsInSecuredMethods() {
		String path = "/organization/members/" + this.bob + "/contact";
		request(HttpMethod.GET, path, null).expectStatus().isUnauthorized();
		request(HttpMethod.GET, path, token(this.bob)).expectStatus().isForbidden();
		request(HttpMethod.GET, path, token(this.ada)).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.emailAddress")
			.isEqualTo("bob@example.com");
	}

	@Test
	void frontEndOnAnotherOriginSendsTokens() {
		this.web.options()
			.uri("/me")
			.header(HttpHeaders.ORIGIN, "http://localhost:3000")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, HttpHeaders.AUTHORIZATION)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HttpHeaders.AUTHORIZATION);
		this.web.get()
			.uri("/me")
			.header(HttpHeaders.ORIGIN, "http://localhost:3000")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "http://localhost:3000");
	}

	@Test
	void aClerkThatFailsOnceIsAskedAgain() {
		this.clerk.failNext(Fault.status(503).on("GET /users/{user_id}"));
		request(HttpMethod.GET, "/me", token(this.ada)).expectStatus().isOk();
		assertThat(this.clerk.requests()).filteredOn((request) -> "GET /users/{user_id}".equals(request.operation()))
			.hasSize(2);
	}

	@Test
	void webhookOfSignUpIsHandledOnce(@Autowired ClerkWebhookTester webhooks, @Autowired SignUps signUps) {
		webhooks.await();
		long before = signUps.count();
		DeliveryEntry delivery = webhooks.send("user.created", this.clerk.users().get(this.ada));
		this.clerk.webhooks().resend(delivery.id());
		webhooks.await();
		assertThat(signUps.count()).isEqualTo(before + 1);
	}

	private SessionTokenBuilder token(String userId) {
		return this.clerk.sessionToken(userId).organization(this.acme);
	}

	private WebTestClient.ResponseSpec request(HttpMethod method, String path, SessionTokenBuilder token) {
		return this.web.method(method).uri(path).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token.mint());
			}
		}).exchange();
	}

}
