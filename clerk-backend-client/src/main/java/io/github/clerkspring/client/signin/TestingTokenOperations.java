package io.github.clerkspring.client.signin;

import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on testing tokens. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Testing-Tokens">Clerk's
 * reference</a>.
 */
public interface TestingTokenOperations {

	/** Create a testing token: {@code POST /testing_tokens}. */
	@PostExchange("/testing_tokens")
	Mono<TestingToken> create();

}
