package io.github.clerkspring.client.billing;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on credits and subscriptions of users. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Users">Clerk's reference</a>.
 */
public interface UserBillingOperations {

	/**
	 * Fetch the credit balance of a user: {@code GET /users/{userId}/billing/credits}.
	 */
	@GetExchange("/users/{userId}/billing/credits")
	Mono<BillingCreditBalance> getCredits(@PathVariable String userId);

	/**
	 * Change the credit balance of a user: {@code POST /users/{userId}/billing/credits}.
	 */
	@PostExchange("/users/{userId}/billing/credits")
	Mono<BillingCreditLedgerEntry> adjustCredits(@PathVariable String userId,
			@RequestBody AdjustCreditBalanceRequest request);

	/**
	 * Fetch the subscription of a user: {@code GET /users/{userId}/billing/subscription}.
	 */
	@GetExchange("/users/{userId}/billing/subscription")
	Mono<BillingSubscription> getSubscription(@PathVariable String userId);

}
