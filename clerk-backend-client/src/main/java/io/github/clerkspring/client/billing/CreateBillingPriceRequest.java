package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to create a custom price for payers of a plan. */
public final class CreateBillingPriceRequest extends RequestFields<CreateBillingPriceRequest> {

	private CreateBillingPriceRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateBillingPriceRequest::new);
	}

	/**
	 * Create a request with the plan and the monthly fee in cents: 0, or at least 100.
	 */
	public static CreateBillingPriceRequest create(String planId, @Nullable Long amount) {
		return new CreateBillingPriceRequest(Map.of()).set("plan_id", planId).setNullable("amount", amount);
	}

	/** Set the currency. Defaults to {@code USD}. */
	public CreateBillingPriceRequest currency(String currency) {
		return set("currency", currency);
	}

	/** Set the monthly fee in cents when paid annually: 0, or at least 100. */
	public CreateBillingPriceRequest annualMonthlyAmount(@Nullable Long annualMonthlyAmount) {
		return setNullable("annual_monthly_amount", annualMonthlyAmount);
	}

	public CreateBillingPriceRequest description(String description) {
		return set("description", description);
	}

	public CreateBillingPriceRequest supportedBillingPeriods(BillingPricePeriods supportedBillingPeriods) {
		return set("supported_billing_periods", supportedBillingPeriods);
	}

}
