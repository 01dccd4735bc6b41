package io.github.clerkspring.client.billing;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Credits and subscriptions of users, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Users">Clerk's reference</a>.
 */
public interface UserBillingOperations {

	/**
	 * Read the credits of a user: {@code GET /users/{user_id}/billing/credits}.
	 * @param userId the id of the user
	 * @return the credits
	 */
	@GetExchange("/users/{userId}/billing/credits")
	Mono<BillingCreditBalance> getCredits(@PathVariable String userId);

	/**
	 * Change the credits of a user: {@code POST /users/{user_id}/billing/credits}.
	 * @param userId the id of the user
	 * @param request the change
	 * @return the entry in the ledger
	 */
	@PostExchange("/users/{userId}/billing/credits")
	Mono<BillingCreditLedgerEntry> adjustCredits(@PathVariable String userId,
			@RequestBody AdjustCreditBalanceRequest request);

	/**
	 * Read the subscription of a user: {@code GET /users/{user_id}/billing/subscription}.
	 * @param userId the id of the user
	 * @return the subscription
	 */
	@GetExchange("/users/{userId}/billing/subscription")
	Mono<BillingSubscription> getSubscription(@PathVariable String userId);

}
