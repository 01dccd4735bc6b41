package io.github.clerkspring.client.signin;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on sign-in tokens. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Sign-in-Tokens">Clerk's
 * reference</a>.
 */
public interface SignInTokenOperations {

	/** Create a sign-in token: {@code POST /sign_in_tokens}. */
	@PostExchange("/sign_in_tokens")
	Mono<SignInToken> create(@RequestBody CreateSignInTokenRequest request);

	/**
	 * Revoke an unused sign-in token: {@code POST
	 * /sign_in_tokens/{signInTokenId}/revoke}.
	 */
	@PostExchange("/sign_in_tokens/{signInTokenId}/revoke")
	Mono<SignInToken> revoke(@PathVariable String signInTokenId);

}
