package io.github.clerkspring.test.autoconfigure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.clerkspring.security.ClerkSession.Actor.Kind;
import io.github.clerkspring.test.servlet.ClerkRequestPostProcessors;
import io.github.clerkspring.test.servlet.ClerkSessionRequestPostProcessor;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annotations in a slice that imports the configuration with method security.
 */
@WebMvcTest(properties = "spring.main.web-application-type=servlet")
@Import(ServletAuthorizationSliceTests.SecurityConfiguration.class)
class ServletAuthorizationSliceTests {

	private static final List<String> ALL = List.of("/organization", "/role", "/permission", "/feature", "/plan",
			"/reverification", "/own", "/done");

	@Autowired
	private MockMvcTester mvc;

	@Test
	@WithClerkSession(role = "org:admin", permissions = "org:invoices:read", features = "o:export", plans = "u:pro",
			factorAges = { 9, -1 })
	void sessionWithEverythingIsAllowed() {
		ALL.forEach((path) -> assertThat(this.mvc.get().uri(path)).as(path).hasStatusOk());
	}

	@Test
	@WithClerkSession(pending = true, actor = "user_support", actorKind = Kind.DASHBOARD, factorAges = { 10, -1 })
	void sessionWithNothingIsDenied() {
		ALL.forEach(
				(path) -> assertThat(this.mvc.get().uri(path)).as(path).hasStatus((path.equals("/done")) ? 401 : 403));
		assertThat(this.mvc.get().uri("/reverification")).hasContentType("application/json")
			.bodyText()
			.contains("reverification-error");
		assertThat(this.mvc.get().uri("/role")).headers()
			.hasHeaderSatisfying("WWW-Authenticate",
					(values) -> assertThat(values.get(0)).contains("insufficient_scope"));
	}

	@Test
	void requestsHaveTheSameSessions() {
		ClerkSessionRequestPostProcessor session = ClerkRequestPostProcessors.clerkSession("user_ada")
			.organization("org_acme")
			.role("org:admin")
			.permissions("org:invoices:read")
			.features("u:export")
			.plans("u:pro")
			.factorAges(9, -1);
		ALL.forEach((path) -> assertThat(this.mvc.get().uri(path).with(session)).as(path).hasStatusOk());
		ClerkSessionRequestPostProcessor other = ClerkRequestPostProcessors.clerkSession("user_ada")
			.actor(Kind.AGENT, "agent_1")
			.tasks("setup-mfa");
		ALL.forEach((path) -> assertThat(this.mvc.get().uri(path).with(other)).as(path)
			.hasStatus((path.equals("/done")) ? 401 : 403));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SecuredController.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class SecurityConfiguration {

	}

}
