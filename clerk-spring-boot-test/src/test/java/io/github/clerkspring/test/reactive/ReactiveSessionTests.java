package io.github.clerkspring.test.reactive;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@WebFluxTest(properties = "spring.main.web-application-type=reactive")
@AutoConfigureClerkEmulator
class ReactiveSessionTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private ClerkEmulator emulator;

	@Test
	void aSliceIsSecuredAsInProduction() {
		this.client.get()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.exists(HttpHeaders.WWW_AUTHENTICATE);
	}

	@Test
	void aMintedTokenOpensASlice() {
		String token = this.emulator.sessionToken("user_ada").mint();
		this.client.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectBody(String.class)
			.isEqualTo("user_ada");
	}

	@Test
	void anExpiredTokenOpensNothing() {
		String token = this.emulator.sessionToken("user_ada").expired().mint();
		this.client.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void putsTheSessionIntoRequests() {
		this.client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada"))
			.post()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("user_ada");
	}

	@Test
	void passesThroughTheConverterOfTheApplication() {
		WebTestClient admin = this.client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada")
			.organization("org_acme")
			.role("org:admin")
			.permissions("org:invoices:read"));
		admin.get().uri("/invoices").exchange().expectStatus().isOk();
		WebTestClient member = this.client
			.mutateWith(ClerkServerConfigurers.clerkSession("user_bob").organization("org_acme").role("org:member"));
		member.get().uri("/invoices").exchange().expectStatus().isForbidden();
	}

	@Test
	@WithClerkSession(userId = "user_bob", organization = "org_acme", permissions = "org:invoices:read")
	void annotatedTestsAreInASession() {
		this.client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("user_bob");
		this.client.get().uri("/invoices").exchange().expectStatus().isOk();
	}

	@Test
	void cannotReachIntoAServer() {
		assertThatIllegalStateException().isThrownBy(
				() -> WebTestClient.bindToServer().build().mutateWith(ClerkServerConfigurers.clerkSession("user_ada")))
			.withMessageContaining("signed token");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableReactiveMethodSecurity
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/me")
		Mono<String> me(@AuthenticationPrincipal ClerkSession session) {
			return Mono.just(session.userId());
		}

		@PostMapping("/me")
		Mono<String> change(@CurrentUserId String userId) {
			return Mono.just(userId);
		}

		@GetMapping("/invoices")
		@PreAuthorize("hasAuthority('org:invoices:read')")
		Mono<String> invoices() {
			return Mono.just("[]");
		}

	}

}
