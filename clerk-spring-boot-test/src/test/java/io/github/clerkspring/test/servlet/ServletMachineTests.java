package io.github.clerkspring.test.servlet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.test.machine.MachineController;
import io.github.clerkspring.test.machine.WithClerkMachine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Machines in a slice without keys and network.
 */
@WebMvcTest(properties = "spring.main.web-application-type=servlet")
class ServletMachineTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void refusesRequestsWithoutMachine() {
		assertThat(this.mvc.get().uri("/who")).hasStatus(401);
	}

	@Test
	void establishesMachineForOneRequest() {
		var machine = ClerkRequestPostProcessors.clerkMachine(ClerkTokenType.M2M, "mch_worker");
		assertThat(this.mvc.get().uri("/who").with(machine)).hasStatusOk()
			.bodyText()
			.isEqualTo("M2M mch_worker, no session");
		assertThat(this.mvc.post().uri("/who").with(machine)).hasStatusOk().bodyText().isEqualTo("mch_worker");
		assertThat(this.mvc.get().uri("/who")).hasStatus(401);
	}

	@Test
	void securesMethodsByScopes() {
		assertThat(this.mvc.get()
			.uri("/invoices")
			.with(ClerkRequestPostProcessors.clerkMachine(ClerkTokenType.API_KEY, "user_ada").scopes("invoices:read")))
			.hasStatusOk();
		assertThat(this.mvc.get()
			.uri("/invoices")
			.with(ClerkRequestPostProcessors.clerkMachine(ClerkTokenType.API_KEY, "user_ada").scopes("invoices")))
			.hasStatus(403);
	}

	@Test
	@WithClerkMachine(tokenType = ClerkTokenType.OAUTH, subject = "user_ada", scopes = "invoices:read")
	void runsAnnotatedTestsWithMachine() {
		assertThat(this.mvc.get().uri("/who")).bodyText().isEqualTo("OAUTH user_ada, no session");
		assertThat(this.mvc.get().uri("/invoices")).hasStatusOk();
		assertThat(this.mvc.get().uri("/admin")).hasStatus(403);
	}

	@Test
	@WithClerkMachine(tokenType = ClerkTokenType.API_KEY, scopes = "invoices:read")
	void appliesAnnotations() {
		assertThat(this.mvc.get().uri("/scope")).hasStatusOk();
		assertThat(this.mvc.get().uri("/keys-only")).hasStatusOk();
		var other = ClerkRequestPostProcessors.clerkMachine(ClerkTokenType.OAUTH, "user_ada").scopes("profile");
		assertThat(this.mvc.get().uri("/scope").with(other)).hasStatus(403);
		assertThat(this.mvc.get().uri("/keys-only").with(other)).hasStatus(401);
		assertThat(this.mvc.get().uri("/keys-only").with(ClerkRequestPostProcessors.clerkSession("user_ada")))
			.hasStatus(401);
	}

	@Test
	@WithClerkMachine
	void establishesM2mTokenByDefault() {
		assertThat(this.mvc.get().uri("/who")).bodyText().isEqualTo("M2M mch_test, no session");
		assertThat(this.mvc.get().uri("/invoices")).hasStatus(403);
	}

	@Test
	@WithClerkMachine
	void sessionOfRequestReplacesMachine() {
		assertThat(this.mvc.get().uri("/who").with(ClerkRequestPostProcessors.clerkSession("user_ada"))).bodyText()
			.isEqualTo("no machine, user_ada");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableMethodSecurity
	@Import(MachineController.class)
	static class Application {

	}

}
