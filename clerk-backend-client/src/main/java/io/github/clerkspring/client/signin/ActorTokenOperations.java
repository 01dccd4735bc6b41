package io.github.clerkspring.client.signin;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Tokens for impersonation, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Actor-Tokens">Clerk's
 * reference</a>.
 */
public interface ActorTokenOperations {

	/**
	 * Let one person sign in as another: {@code POST /actor_tokens}.
	 * @param request who, as whom, for how long
	 * @return the token
	 */
	@PostExchange("/actor_tokens")
	Mono<ActorToken> create(@RequestBody CreateActorTokenRequest request);

	/**
	 * Revoke a token that was not used yet: {@code POST
	 * /actor_tokens/{actor_token_id}/revoke}.
	 * @param actorTokenId the id of the token
	 * @return the revoked token
	 */
	@PostExchange("/actor_tokens/{actorTokenId}/revoke")
	Mono<ActorToken> revoke(@PathVariable String actorTokenId);

}
