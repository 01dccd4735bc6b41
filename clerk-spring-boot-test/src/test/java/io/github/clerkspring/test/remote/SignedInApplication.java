package io.github.clerkspring.test.remote;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.CurrentUserId;

/**
 * An application that asks Clerk who is signed in.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SignedInApplication.Controller.class)
public class SignedInApplication {

	/** Says who is signed in, after Clerk. */
	@RestController
	public static class Controller {

		private final ClerkBackendClient clerk;

		Controller(ClerkBackendClient clerk) {
			this.clerk = clerk;
		}

		@GetMapping("/me")
		Mono<String> me(@CurrentUserId String userId) {
			return this.clerk.users().get(userId).map((user) -> user.id());
		}

		@GetMapping("/name")
		String name(@CurrentUserId String userId) {
			return userId;
		}

	}

}
