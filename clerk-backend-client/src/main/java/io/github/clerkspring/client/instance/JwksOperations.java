package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on the keys with which Clerk signs tokens. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/JWKS">Clerk's reference</a>.
 */
public interface JwksOperations {

	/** Fetch the key set of the instance: {@code GET /jwks}. */
	@GetExchange("/jwks")
	Mono<Jwks> get();

}
