package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which prices to read. */
public final class BillingPriceQuery extends PageQuery<BillingPriceQuery> {

	private BillingPriceQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingPriceQuery::new);
	}

	/** Begin with all. */
	public static BillingPriceQuery create() {
		return new BillingPriceQuery(Map.of());
	}

	/** Whether the list comes in pages. The streams always ask for pages. */
	public BillingPriceQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

	public BillingPriceQuery planId(String planId) {
		return set("plan_id", planId);
	}

}
