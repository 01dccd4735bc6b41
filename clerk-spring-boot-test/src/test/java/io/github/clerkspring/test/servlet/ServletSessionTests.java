package io.github.clerkspring.test.servlet;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(properties = "spring.main.web-application-type=servlet")
@AutoConfigureClerkEmulator
class ServletSessionTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void refusesRequestsWithoutSession() {
		assertThat(this.mvc.get().uri("/me")).hasStatus(401);
	}

	@Test
	void putsTheSessionIntoTheRequest() {
		assertThat(this.mvc.get().uri("/me").with(ClerkRequestPostProcessors.clerkSession("user_ada"))).hasStatusOk()
			.bodyText()
			.isEqualTo("user_ada");
	}

	@Test
	void passesThroughTheConverterOfTheApplication() {
		MvcTestResult result = this.mvc.get()
			.uri("/authorities")
			.with(ClerkRequestPostProcessors.clerkSession("user_ada").organization("org_acme").role("org:admin"))
			.exchange();
		assertThat(result).bodyText().isEqualTo("[at org_acme]");
	}

	@Test
	void holdsForOneRequestOnly() {
		assertThat(this.mvc.get().uri("/me").with(ClerkRequestPostProcessors.clerkSession("user_ada"))).hasStatusOk();
		assertThat(this.mvc.get().uri("/me")).hasStatus(401);
	}

	@Test
	void needsNoCsrfTokenLikeABearer() {
		assertThat(this.mvc.post().uri("/me").with(ClerkRequestPostProcessors.clerkSession("user_ada"))).hasStatusOk();
	}

	@Test
	@WithClerkSession(userId = "user_bob", role = "org:member")
	void annotatedTestsAreInASession() {
		assertThat(this.mvc.get().uri("/me")).hasStatusOk().bodyText().isEqualTo("user_bob");
		assertThat(this.mvc.get().uri("/authorities")).bodyText().isEqualTo("[at org_test]");
	}

	@Test
	void methodsAreSecuredByTheAuthoritiesOfTheSession() {
		assertThat(this.mvc.get()
			.uri("/acme")
			.with(ClerkRequestPostProcessors.clerkSession("user_ada").organization("org_acme"))).hasStatusOk();
		assertThat(this.mvc.get()
			.uri("/acme")
			.with(ClerkRequestPostProcessors.clerkSession("user_ada").organization("org_else"))).hasStatus(403);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableMethodSecurity
	@Import(Controller.class)
	static class Application {

		@Bean
		ClerkAuthoritiesMapper authoritiesMapper() {
			return (session) -> (session.organization() != null)
					? List.of(new SimpleGrantedAuthority("at " + session.organization().id())) : List.of();
		}

		@Bean
		SecurityFilterChain chainWithCsrf(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.csrf(Customizer.withDefaults())
				.build();
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/me")
		String me(@AuthenticationPrincipal ClerkSession session) {
			return session.userId();
		}

		@PostMapping("/me")
		String change(@CurrentUserId String userId) {
			return userId;
		}

		@GetMapping("/authorities")
		String authorities(Authentication authentication) {
			return authentication.getAuthorities()
				.stream()
				.map((authority) -> authority.getAuthority())
				.filter((authority) -> authority.startsWith("at"))
				.toList()
				.toString();
		}

		@GetMapping("/acme")
		@PreAuthorize("hasAuthority('at org_acme')")
		String acme() {
			return "acme";
		}

	}

}
