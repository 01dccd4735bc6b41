package io.github.clerkspring.client.billing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.OptionalPageQuery;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on plans, prices, statements and subscriptions. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Billing">Clerk's
 * reference</a>.
 */
public interface BillingOperations {

	/** Fetch one page of the plans, newest first: {@code GET /billing/plans}. */
	@GetExchange("/billing/plans")
	Mono<Page<BillingPlan>> listPlans(BillingPlanQuery query);

	/** Fetch all plans, page by page on demand. */
	default Flux<BillingPlan> streamPlans(BillingPlanQuery query) {
		return Pages.stream(query.paginated(true), this::listPlans);
	}

	/** Fetch one page of the prices, cheapest first: {@code GET /billing/prices}. */
	@GetExchange("/billing/prices")
	Mono<Page<BillingPrice>> listPrices(BillingPriceQuery query);

	/** Fetch all prices, page by page on demand. */
	default Flux<BillingPrice> streamPrices(BillingPriceQuery query) {
		return Pages.stream(query.paginated(true), this::listPrices);
	}

	/** Create a custom price for payers of a plan: {@code POST /billing/prices}. */
	@PostExchange("/billing/prices")
	Mono<BillingPrice> createPrice(@RequestBody CreateBillingPriceRequest request);

	/**
	 * Fetch one page of the statements, newest first: {@code GET /billing/statements}.
	 */
	@GetExchange("/billing/statements")
	Mono<Page<BillingStatement>> listStatements(OptionalPageQuery query);

	/** Fetch all statements, page by page on demand. */
	default Flux<BillingStatement> streamStatements(OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), this::listStatements);
	}

	/** Fetch a statement: {@code GET /billing/statements/{statementId}}. */
	@GetExchange("/billing/statements/{statementId}")
	Mono<BillingStatement> getStatement(@PathVariable String statementId);

	/**
	 * Fetch one page of the payment attempts of a statement, newest first: {@code GET
	 * /billing/statements/{statementId}/payment_attempts}.
	 */
	@GetExchange("/billing/statements/{statementId}/payment_attempts")
	Mono<Page<BillingPaymentAttempt>> listPaymentAttempts(@PathVariable String statementId, OptionalPageQuery query);

	/** Fetch all payment attempts of a statement, page by page on demand. */
	default Flux<BillingPaymentAttempt> streamPaymentAttempts(String statementId, OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), (page) -> listPaymentAttempts(statementId, page));
	}

	/**
	 * Fetch one page of the subscription items, newest first: {@code GET
	 * /billing/subscription_items}.
	 */
	@GetExchange("/billing/subscription_items")
	Mono<Page<BillingSubscriptionItem>> listSubscriptionItems(BillingSubscriptionItemQuery query);

	/** Fetch all subscription items, page by page on demand. */
	default Flux<BillingSubscriptionItem> streamSubscriptionItems(BillingSubscriptionItemQuery query) {
		return Pages.stream(query.paginated(true), this::listSubscriptionItems);
	}

	/**
	 * Cancel a subscription item: {@code DELETE
	 * /billing/subscription_items/{subscriptionItemId}}. It ends with the current period
	 * unless {@code endNow} is true.
	 */
	@DeleteExchange("/billing/subscription_items/{subscriptionItemId}")
	Mono<BillingSubscriptionItem> cancelSubscriptionItem(@PathVariable String subscriptionItemId,
			@RequestParam("end_now") @Nullable Boolean endNow);

	/**
	 * Apply a discount to a subscription item, replacing the current one: {@code POST
	 * /billing/subscription_items/{subscriptionItemId}/discounts}.
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/discounts")
	Mono<BillingDiscountRedemption> applyDiscount(@PathVariable String subscriptionItemId,
			@BodyField String discountId);

	/**
	 * Remove the active discount of a subscription item: {@code DELETE
	 * /billing/subscription_items/{subscriptionItemId}/discounts/{discountId}}.
	 */
	@DeleteExchange("/billing/subscription_items/{subscriptionItemId}/discounts/{discountId}")
	Mono<BillingDiscountRedemption> removeDiscount(@PathVariable String subscriptionItemId,
			@PathVariable String discountId);

	/**
	 * Extend a free trial: {@code POST
	 * /billing/subscription_items/{subscriptionItemId}/extend_free_trial}. The new end
	 * must be in the future, at most 365 days after the current end.
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/extend_free_trial")
	Mono<BillingSubscriptionItem> extendFreeTrial(@PathVariable String subscriptionItemId, @BodyField Instant extendTo);

	/**
	 * Change the price of a subscription item: {@code POST
	 * /billing/subscription_items/{subscriptionItemId}/price_transition}.
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/price_transition")
	Mono<BillingPriceTransition> createPriceTransition(@PathVariable String subscriptionItemId,
			@BodyField String fromPriceId, @BodyField String toPriceId);

}
