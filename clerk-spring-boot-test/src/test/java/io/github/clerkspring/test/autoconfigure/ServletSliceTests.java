package io.github.clerkspring.test.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.remote.SignedInApplication;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A slice of an application whose keys are not set.
 */
@WebMvcTest(properties = { "spring.main.web-application-type=servlet", "clerk.secret-key=${CLERK_KEY_OF_NOBODY}",
		"clerk.publishable-key=${CLERK_KEY_OF_NOBODY}", "clerk.api-url=${CLERK_URL_OF_NOBODY}" })
class ServletSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ClerkConnectionDetails connectionDetails;

	@Autowired
	private ClerkBackendClient clerk;

	@Test
	@WithClerkSession(userId = "user_ada")
	void aSessionNeedsNoKeys() {
		assertThat(this.mvc.get().uri("/name")).hasStatusOk().bodyText().isEqualTo("user_ada");
	}

	@Test
	void withoutSessionTheSliceIsSecured() {
		assertThat(this.mvc.get().uri("/name")).hasStatus(401);
	}

	@Test
	void noTokenIsValidAndNoKeysAreFetched() {
		try (ClerkEmulator emulator = ClerkEmulator.start()) {
			String token = emulator.sessionToken(emulator.users().create("ada@example.com")).mint();
			assertThat(this.mvc.get().uri("/name").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)).hasStatus(401);
		}
		assertThat(this.connectionDetails.jwtKey()).isNotNull();
	}

	@Test
	void aCallOfClerkIsExplained() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.clerk.users().get("user_ada").block(Duration.ofSeconds(60)))
			.withMessageContaining("GET /v1/users/user_ada")
			.withMessageContaining("@AutoConfigureClerkEmulator");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SignedInApplication.Controller.class)
	static class Application {

	}

}
