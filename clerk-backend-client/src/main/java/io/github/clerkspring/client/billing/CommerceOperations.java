package io.github.clerkspring.client.billing;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on plans and subscriptions at the paths of older API versions. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Commerce">Clerk's
 * reference</a>. Superseded by {@link BillingOperations}.
 */
public interface CommerceOperations {

	/** Fetch one page of the plans, newest first: {@code GET /commerce/plans}. */
	@GetExchange(url = "/commerce/plans", version = "2025-04-10")
	Mono<Page<BillingPlan>> listPlans(BillingPlanQuery query);

	/** Fetch all plans, page by page on demand. */
	default Flux<BillingPlan> streamPlans(BillingPlanQuery query) {
		return Pages.stream(query.paginated(true), this::listPlans);
	}

	/**
	 * Fetch one page of the subscription items, newest first: {@code GET
	 * /commerce/subscription_items}.
	 */
	@GetExchange(url = "/commerce/subscription_items", version = "2025-04-10")
	Mono<Page<BillingSubscriptionItem>> listSubscriptionItems(CommerceSubscriptionItemQuery query);

	/** Fetch all subscription items, page by page on demand. */
	default Flux<BillingSubscriptionItem> streamSubscriptionItems(CommerceSubscriptionItemQuery query) {
		return Pages.stream(query.paginated(true), this::listSubscriptionItems);
	}

	/**
	 * Cancel a subscription item: {@code DELETE
	 * /commerce/subscription_items/{subscriptionItemId}}. It ends with the current period
	 * unless {@code endNow} is true.
	 */
	@DeleteExchange(url = "/commerce/subscription_items/{subscriptionItemId}", version = "2025-04-10")
	Mono<BillingSubscriptionItem> cancelSubscriptionItem(@PathVariable String subscriptionItemId,
			@RequestParam("end_now") @Nullable Boolean endNow);

}
