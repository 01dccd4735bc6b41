package io.github.clerkspring.test.reactive;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.test.machine.MachineController;
import io.github.clerkspring.test.machine.WithClerkMachine;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Machines in a slice without keys and network.
 */
@WebFluxTest(properties = "spring.main.web-application-type=reactive")
class ReactiveMachineTests {

	@Autowired
	private WebTestClient client;

	private static void check(WebTestClient client, HttpMethod method, String path, int status, String body) {
		client.method(method)
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.isEqualTo(body);
	}

	private static void check(WebTestClient client, String path, int status) {
		client.get().uri(path).exchange().expectStatus().isEqualTo(status);
	}

	@Test
	void refusesRequestsWithoutMachine() {
		check(this.client, "/who", 401);
	}

	@Test
	void establishesMachineForRequests() {
		WebTestClient machine = this.client
			.mutateWith(ClerkServerConfigurers.clerkMachine(ClerkTokenType.M2M, "mch_worker"));
		check(machine, HttpMethod.GET, "/who", 200, "M2M mch_worker, no session");
		check(machine, HttpMethod.POST, "/who", 200, "mch_worker");
		check(this.client, "/who", 401);
	}

	@Test
	void securesMethodsByScopes() {
		check(this.client.mutateWith(
				ClerkServerConfigurers.clerkMachine(ClerkTokenType.API_KEY, "user_ada").scopes("invoices:read")),
				"/invoices", 200);
		check(this.client
			.mutateWith(ClerkServerConfigurers.clerkMachine(ClerkTokenType.API_KEY, "user_ada").scopes("invoices")),
				"/invoices", 403);
	}

	@Test
	@WithClerkMachine(tokenType = ClerkTokenType.OAUTH, subject = "user_ada", scopes = "invoices:read")
	void runsAnnotatedTestsWithMachine() {
		check(this.client, HttpMethod.GET, "/who", 200, "OAUTH user_ada, no session");
		check(this.client, "/invoices", 200);
		check(this.client, "/admin", 403);
	}

	@Test
	@WithClerkMachine(tokenType = ClerkTokenType.API_KEY, scopes = "invoices:read")
	void appliesAnnotations() {
		check(this.client, "/scope", 200);
		check(this.client, "/keys-only", 200);
		WebTestClient other = this.client
			.mutateWith(ClerkServerConfigurers.clerkMachine(ClerkTokenType.OAUTH, "user_ada").scopes("profile"));
		check(other, "/scope", 403);
		check(other, "/keys-only", 401);
		check(this.client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada")), "/keys-only", 401);
	}

	@Test
	@WithClerkMachine
	void sessionOfRequestReplacesMachine() {
		check(this.client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada")), HttpMethod.GET, "/who", 200,
				"no machine, user_ada");
	}

	@Test
	void cannotReachIntoServer() {
		assertThatIllegalStateException()
			.isThrownBy(() -> WebTestClient.bindToServer()
				.build()
				.mutateWith(ClerkServerConfigurers.clerkMachine(ClerkTokenType.M2M, "mch_worker")))
			.withMessageContaining("@WithClerkMachine");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableReactiveMethodSecurity
	@Import(MachineController.class)
	static class Application {

	}

}
