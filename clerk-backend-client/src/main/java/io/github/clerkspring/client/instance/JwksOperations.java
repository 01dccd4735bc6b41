package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * Keys that Clerk signs tokens with, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/JWKS">Clerk's reference</a>.
 */
public interface JwksOperations {

	/** Fetch the key set of the instance: {@code GET /jwks}. */
	@GetExchange("/jwks")
	Mono<Jwks> get();

}
