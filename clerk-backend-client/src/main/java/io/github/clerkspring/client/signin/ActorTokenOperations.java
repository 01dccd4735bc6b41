package io.github.clerkspring.client.signin;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on actor tokens (impersonation). See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Actor-Tokens">Clerk's
 * reference</a>.
 */
public interface ActorTokenOperations {

	/** Create an actor token for impersonation: {@code POST /actor_tokens}. */
	@PostExchange("/actor_tokens")
	Mono<ActorToken> create(@RequestBody CreateActorTokenRequest request);

	/** Revoke an unused actor token: {@code POST /actor_tokens/{actorTokenId}/revoke}. */
	@PostExchange("/actor_tokens/{actorTokenId}/revoke")
	Mono<ActorToken> revoke(@PathVariable String actorTokenId);

}
