package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for prices. */
public final class BillingPriceQuery extends PageQuery<BillingPriceQuery> {

	private BillingPriceQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingPriceQuery::new);
	}

	/** Create a query without conditions. */
	public static BillingPriceQuery create() {
		return new BillingPriceQuery(Map.of());
	}

	/** Set whether the list is paginated. Streams always request pages. */
	public BillingPriceQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

	public BillingPriceQuery planId(String planId) {
		return set("plan_id", planId);
	}

}
