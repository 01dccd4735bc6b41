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
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Plans, prices, statements and subscriptions, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Billing">Clerk's
 * reference</a>.
 */
public interface BillingOperations {

	/**
	 * Fetch one page of the plans, newest first: {@code GET /billing/plans}.
	 * @param query which plans
	 * @return the page
	 */
	@GetExchange("/billing/plans")
	Mono<Page<BillingPlan>> listPlans(BillingPlanQuery query);

	/**
	 * Read all plans, page by page as the subscriber asks for them.
	 * @param query which plans, and how many a page
	 * @return the plans
	 */
	default Flux<BillingPlan> streamPlans(BillingPlanQuery query) {
		return Pages.stream(query.paginated(true), this::listPlans);
	}

	/**
	 * Fetch one page of the prices, cheapest first: {@code GET /billing/prices}.
	 * @param query which prices
	 * @return the page
	 */
	@GetExchange("/billing/prices")
	Mono<Page<BillingPrice>> listPrices(BillingPriceQuery query);

	/**
	 * Read all prices, page by page as the subscriber asks for them.
	 * @param query which prices, and how many a page
	 * @return the prices
	 */
	default Flux<BillingPrice> streamPrices(BillingPriceQuery query) {
		return Pages.stream(query.paginated(true), this::listPrices);
	}

	/**
	 * Create a price for some payers of a plan: {@code POST /billing/prices}.
	 * @param request the price
	 * @return the price
	 */
	@PostExchange("/billing/prices")
	Mono<BillingPrice> createPrice(@RequestBody CreateBillingPriceRequest request);

	/**
	 * Fetch one page of the statements, newest first: {@code GET /billing/statements}.
	 * @param query which statements
	 * @return the page
	 */
	@GetExchange("/billing/statements")
	Mono<Page<BillingStatement>> listStatements(BillingStatementQuery query);

	/**
	 * Read all statements, page by page as the subscriber asks for them.
	 * @param query which statements, and how many a page
	 * @return the statements
	 */
	default Flux<BillingStatement> streamStatements(BillingStatementQuery query) {
		return Pages.stream(query.paginated(true), this::listStatements);
	}

	/**
	 * Read a statement: {@code GET /billing/statements/{statementID}}.
	 * @param statementId the id of the statement
	 * @return the statement
	 */
	@GetExchange("/billing/statements/{statementId}")
	Mono<BillingStatement> getStatement(@PathVariable String statementId);

	/**
	 * Fetch one page of the payment attempts of a statement, newest first: {@code GET
	 * /billing/statements/{statementID}/payment_attempts}.
	 * @param statementId the id of the statement
	 * @param query which page
	 * @return the page
	 */
	@GetExchange("/billing/statements/{statementId}/payment_attempts")
	Mono<Page<BillingPaymentAttempt>> listPaymentAttempts(@PathVariable String statementId,
			BillingStatementQuery query);

	/**
	 * Read the payment attempts of a statement, page by page as the subscriber asks for
	 * them.
	 * @param statementId the id of the statement
	 * @param query which page, and how many a page
	 * @return the payment attempts
	 */
	default Flux<BillingPaymentAttempt> streamPaymentAttempts(String statementId, BillingStatementQuery query) {
		return Pages.stream(query.paginated(true), (page) -> listPaymentAttempts(statementId, page));
	}

	/**
	 * Fetch one page of the subscription items, newest first:
	 * {@code GET /billing/subscription_items}.
	 * @param query which items
	 * @return the page
	 */
	@GetExchange("/billing/subscription_items")
	Mono<Page<BillingSubscriptionItem>> listSubscriptionItems(BillingSubscriptionItemQuery query);

	/**
	 * Read all subscription items, page by page as the subscriber asks for them.
	 * @param query which items, and how many a page
	 * @return the subscription items
	 */
	default Flux<BillingSubscriptionItem> streamSubscriptionItems(BillingSubscriptionItemQuery query) {
		return Pages.stream(query.paginated(true), this::listSubscriptionItems);
	}

	/**
	 * Cancel a subscription item: {@code DELETE
	 * /billing/subscription_items/{subscription_item_id}}.
	 * @param subscriptionItemId the id of the subscription item
	 * @param endNow whether it ends at once; else, and by default, with its period
	 * @return the canceled item
	 */
	@DeleteExchange("/billing/subscription_items/{subscriptionItemId}")
	Mono<BillingSubscriptionItem> cancelSubscriptionItem(@PathVariable String subscriptionItemId,
			@RequestParam("end_now") @Nullable Boolean endNow);

	/**
	 * Apply a discount to a subscription item in the place of the one it has: {@code POST
	 * /billing/subscription_items/{subscription_item_id}/discounts}.
	 * @param subscriptionItemId the id of the subscription item
	 * @param discountId the id of the discount
	 * @return the redemption
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/discounts")
	Mono<BillingDiscountRedemption> applyDiscount(@PathVariable String subscriptionItemId,
			@BodyField String discountId);

	/**
	 * Take the active discount from a subscription item: {@code DELETE
	 * /billing/subscription_items/{subscription_item_id}/discounts/{discount_id}}.
	 * @param subscriptionItemId the id of the subscription item
	 * @param discountId the id of the discount
	 * @return the redemption that ended
	 */
	@DeleteExchange("/billing/subscription_items/{subscriptionItemId}/discounts/{discountId}")
	Mono<BillingDiscountRedemption> removeDiscount(@PathVariable String subscriptionItemId,
			@PathVariable String discountId);

	/**
	 * Make the free trial of a subscription item longer: {@code POST
	 * /billing/subscription_items/{subscription_item_id}/extend_free_trial}.
	 * @param subscriptionItemId the id of the subscription item
	 * @param extendTo the new end, in the future and at most 365 days after the present
	 * one
	 * @return the changed item
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/extend_free_trial")
	Mono<BillingSubscriptionItem> extendFreeTrial(@PathVariable String subscriptionItemId, @BodyField Instant extendTo);

	/**
	 * Move a subscription item to another price: {@code POST
	 * /billing/subscription_items/{subscription_item_id}/price_transition}.
	 * @param subscriptionItemId the id of the subscription item
	 * @param fromPriceId the id of the present price
	 * @param toPriceId the id of the new price
	 * @return the transition
	 */
	@PostExchange("/billing/subscription_items/{subscriptionItemId}/price_transition")
	Mono<BillingPriceTransition> createPriceTransition(@PathVariable String subscriptionItemId,
			@BodyField String fromPriceId, @BodyField String toPriceId);

}
