package io.github.clerkspring.test.autoconfigure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.security.ClerkSession.Actor.Kind;
import io.github.clerkspring.test.reactive.ClerkServerConfigurers;
import io.github.clerkspring.test.session.WithClerkSession;

/**
 * Annotations in a slice that imports the configuration with method security.
 */
@WebFluxTest(properties = "spring.main.web-application-type=reactive")
@Import(ReactiveAuthorizationSliceTests.SecurityConfiguration.class)
class ReactiveAuthorizationSliceTests {

	private static final List<String> ALL = List.of("/organization", "/role", "/permission", "/feature", "/plan",
			"/reverification", "/own", "/done");

	@Autowired
	private WebTestClient client;

	@Test
	@WithClerkSession(role = "org:admin", permissions = "org:invoices:read", features = "o:export", plans = "u:pro",
			factorAges = { 9, -1 })
	void sessionWithEverythingIsAllowed() {
		ALL.forEach((path) -> this.client.get().uri(path).exchange().expectStatus().isOk());
	}

	@Test
	@WithClerkSession(pending = true, actor = "user_support", actorKind = Kind.DASHBOARD, factorAges = { 10, -1 })
	void sessionWithNothingIsDenied() {
		checkDenied(this.client);
		this.client.get()
			.uri("/reverification")
			.exchange()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.jsonPath("$.clerk_error.reason")
			.isEqualTo("reverification-error");
	}

	@Test
	void requestsHaveTheSameSessions() {
		WebTestClient admin = this.client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada")
			.organization("org_acme")
			.role("org:admin")
			.permissions("org:invoices:read")
			.features("u:export")
			.plans("u:pro")
			.factorAges(9, -1));
		ALL.forEach((path) -> admin.get().uri(path).exchange().expectStatus().isOk());
		checkDenied(this.client.mutateWith(
				ClerkServerConfigurers.clerkSession("user_ada").actor(Kind.AGENT, "agent_1").tasks("setup-mfa")));
	}

	private static void checkDenied(WebTestClient client) {
		ALL.forEach((path) -> client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo((path.equals("/done")) ? 401 : 403));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SecuredController.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableReactiveMethodSecurity
	static class SecurityConfiguration {

	}

}
