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
 * Plans, prices, statements and subscriptions, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Billing">Clerk's
 * reference</a>.
 */
public interface BillingOperations {

	/** Fetch one page of the plans, newest first: {@code GET /billing/plans}. */
	@GetExchange("/billing/plans")
	Mono<Page<BillingPlan>> listPlans(BillingPlanQuery query);

	/** Read all plans, page by page as the subscriber asks for them. */
	default Flux<BillingPlan> streamPlans(BillingPlanQuery query) {
		return Pages.stream(query.paginated(true), this::listPlans);
	}

	/** Fetch one page of the prices, cheapest first: {@code GET /billing/prices}. */
	@GetExchange("/billing/prices")
	Mono<Page<BillingPrice>> listPrices(BillingPriceQuery query);

	/** Read all prices, page by page as the subscriber asks for them. */
	default Flux<BillingPrice> streamPrices(BillingPriceQuery query) {
		return Pages.stream(query.paginated(true), this::listPrices);
	}

	/** Create a price for some payers of a plan: {@code POST /billing/prices}. */
	@PostExchange("/billing/prices")
	Mono<BillingPrice> createPrice(@RequestBody CreateBillingPriceRequest request);

	/** Fetch one page, newest first: {@code GET /billing/statements}. */
	@GetExchange("/billing/statements")
	Mono<Page<BillingStatement>> listStatements(OptionalPageQuery query);

	/** Read all statements, page by page as the subscriber asks for them. */
	default Flux<BillingStatement> streamStatements(OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), this::listStatements);
	}

	/** Read a statement: {@code GET /billing/statements/{statementId}}. */
	@GetExchange("/billing/statements/{statementId}")
	Mono<BillingStatement> getStatement(@PathVariable String statementId);

	/**
	 * Fetch one page of the payment attempts of a statement, newest first: {@code GET
	 * /billing/statements/{statementId}/payment_attempts}.
	 */
	@GetExchange("/billing/statements/{statementId}/payment_attempts")
	Mono<Page<BillingPaymentAttempt>> listPaymentAttempts(@PathVariable String statementId, OptionalPageQuery query);

	/** Read all payment attempts of a statement, page by page as they are asked for. */
	default Flux<BillingPaymentAttempt> streamPaymentAttempts(String statementId, OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), (page) -> listPaymentAttempts(statementId, page));
	}

	/** Fetch one page, newest first: {@code GET /billing/subscription_items}. */
	@GetExchange("/billing/subscription_items")
	Mono<Page<BillingSubscriptionItem>> listSubscriptionItems(BillingSubscriptionItemQuery query);

	/** Read all subscription items, page by page as the subscriber asks for them. */
	default Flux<BillingSubscriptionItem> streamSubscriptionItems(BillingSubscriptionItemQuery query) {
		return Pages.stream(query.paginated(true), this::listSubscriptionItems);
	}

	/**
	 * Cancel a subscription item: {@code DELETE
	 * /billing/subscription_items/{subscriptionItemId}}. It ends with its period unless
	 * {@code endNow} is true.
	 */
	@DeleteExchange("/billing/subscription_items/{subscriptionItemId}")
	Mono<BillingSubscriptionItem> cancelSubscriptionItem(@PathVariable String subscriptionItemId,
			@RequestParam("end_now") @Nullable Boolean endNow);

	/**
	 * Apply a discount to a subscription item in the place of the one it has: {@code POST
	 * /billing/subscription_items/{subscriptionItemId}/discounts}.
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/discounts")
	Mono<BillingDiscountRedemption> applyDiscount(@PathVariable String subscriptionItemId,
			@BodyField String discountId);

	/**
	 * Take the active discount from a subscription item: {@code DELETE
	 * /billing/subscription_items/{subscriptionItemId}/discounts/{discountId}}.
	 */
	@DeleteExchange("/billing/subscription_items/{subscriptionItemId}/discounts/{discountId}")
	Mono<BillingDiscountRedemption> removeDiscount(@PathVariable String subscriptionItemId,
			@PathVariable String discountId);

	/**
	 * Prolong a free trial: {@code POST
	 * /billing/subscription_items/{subscriptionItemId}/extend_free_trial}. The new end is
	 * in the future, at most 365 days after the present one.
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/extend_free_trial")
	Mono<BillingSubscriptionItem> extendFreeTrial(@PathVariable String subscriptionItemId, @BodyField Instant extendTo);

	/**
	 * Move a subscription item to another price: {@code POST
	 * /billing/subscription_items/{subscriptionItemId}/price_transition}.
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/price_transition")
	Mono<BillingPriceTransition> createPriceTransition(@PathVariable String subscriptionItemId,
			@BodyField String fromPriceId, @BodyField String toPriceId);

}
