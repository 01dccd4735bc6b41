package io.github.clerkspring.test.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.test.reactive.ClerkServerConfigurers;
import io.github.clerkspring.test.remote.SignedInApplication;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A slice of an application whose keys are not set.
 */
@WebFluxTest(properties = { "spring.main.web-application-type=reactive", "clerk.secret-key=${CLERK_KEY_OF_NOBODY}",
		"clerk.publishable-key=${CLERK_KEY_OF_NOBODY}" })
class ReactiveSliceTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private ClerkBackendClient clerk;

	@Test
	@WithClerkSession(userId = "user_ada")
	void aSessionNeedsNoKeys() {
		this.client.get().uri("/name").exchange().expectStatus().isOk().expectBody(String.class).isEqualTo("user_ada");
	}

	@Test
	void aMutatedClientNeedsNoKeys() {
		this.client.mutateWith(ClerkServerConfigurers.clerkSession("user_ada"))
			.get()
			.uri("/name")
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void withoutSessionTheSliceIsSecured() {
		this.client.get().uri("/name").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void aCallOfClerkIsExplained() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.clerk.users().get("user_ada").block(Duration.ofSeconds(60)))
			.withMessageContaining("@AutoConfigureClerkEmulator");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SignedInApplication.Controller.class)
	static class Application {

	}

}
