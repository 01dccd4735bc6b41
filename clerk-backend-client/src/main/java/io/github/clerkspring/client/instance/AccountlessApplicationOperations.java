package io.github.clerkspring.client.instance;

import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on applications that are created without an account. See <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/Accountless-Applications">Clerk's
 * reference</a>. Available only in an older version of the API.
 */
public interface AccountlessApplicationOperations {

	/** Create an unclaimed application: {@code POST /accountless_applications}. */
	@PostExchange(url = "/accountless_applications", version = "2025-03-12")
	Mono<AccountlessApplication> create();

	/**
	 * Complete the claim of an application:
	 * {@code POST /accountless_applications/complete}.
	 */
	@PostExchange(url = "/accountless_applications/complete", version = "2025-03-12")
	Mono<AccountlessApplication> complete();

}
