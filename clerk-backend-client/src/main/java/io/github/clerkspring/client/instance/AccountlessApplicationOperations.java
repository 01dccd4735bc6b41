package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Applications that were made before anybody had an account, as in <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Accountless-Applications">Clerk's
 * reference</a>. Only an older version of the API has them.
 */
public interface AccountlessApplicationOperations {

	/** Make one that nobody owns yet: {@code POST /accountless_applications}. */
	@PostExchange(url = "/accountless_applications", version = "2025-03-12")
	Mono<AccountlessApplication> create();

	/** Say that it was claimed: {@code POST /accountless_applications/complete}. */
	@PostExchange(url = "/accountless_applications/complete", version = "2025-03-12")
	Mono<AccountlessApplication> complete();

}
