package io.github.clerkspring.client.signin;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on sign-ups. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Sign-Ups">Clerk's
 * reference</a>.
 */
public interface SignUpOperations {

	/** Fetch a sign-up: {@code GET /sign_ups/{id}}. */
	@GetExchange("/sign_ups/{id}")
	Mono<SignUp> get(@PathVariable String id);

	/** Update a sign-up: {@code PATCH /sign_ups/{id}}. */
	@PatchExchange("/sign_ups/{id}")
	Mono<SignUp> update(@PathVariable String id, @RequestBody UpdateSignUpRequest request);

}
