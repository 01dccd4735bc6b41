package io.github.clerkspring.client.billing;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Operations on credits and subscriptions of organizations. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Organizations">Clerk's
 * reference</a>.
 */
public interface OrganizationBillingOperations {

	/**
	 * Fetch the credit balance of an organization: {@code GET
	 * /organizations/{organizationId}/billing/credits}.
	 */
	@GetExchange("/organizations/{organizationId}/billing/credits")
	Mono<BillingCreditBalance> getCredits(@PathVariable String organizationId);

	/**
	 * Change the credit balance of an organization: {@code POST
	 * /organizations/{organizationId}/billing/credits}.
	 */
	@PostExchange("/organizations/{organizationId}/billing/credits")
	Mono<BillingCreditLedgerEntry> adjustCredits(@PathVariable String organizationId,
			@RequestBody AdjustCreditBalanceRequest request);

	/**
	 * Fetch the subscription of an organization: {@code GET
	 * /organizations/{organizationId}/billing/subscription}.
	 */
	@GetExchange("/organizations/{organizationId}/billing/subscription")
	Mono<BillingSubscription> getSubscription(@PathVariable String organizationId);

}
