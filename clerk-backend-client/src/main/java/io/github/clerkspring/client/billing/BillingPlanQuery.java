package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which plans to read. */
public final class BillingPlanQuery extends PageQuery<BillingPlanQuery> {

	private BillingPlanQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingPlanQuery::new);
	}

	/** Begin with all. */
	public static BillingPlanQuery create() {
		return new BillingPlanQuery(Map.of());
	}

	/** Whether the list comes in pages. The streams always ask for pages. */
	public BillingPlanQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

	public BillingPlanQuery payerType(BillingPayerType payerType) {
		return set("payer_type", payerType);
	}

}
