package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for plans. */
public final class BillingPlanQuery extends PageQuery<BillingPlanQuery> {

	private BillingPlanQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingPlanQuery::new);
	}

	/** Create a query without conditions. */
	public static BillingPlanQuery create() {
		return new BillingPlanQuery(Map.of());
	}

	/** Set whether the list is paginated. Streams always request pages. */
	public BillingPlanQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

	public BillingPlanQuery payerType(BillingPayerType payerType) {
		return set("payer_type", payerType);
	}

}
