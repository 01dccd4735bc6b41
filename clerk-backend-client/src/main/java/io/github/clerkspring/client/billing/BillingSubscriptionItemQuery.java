package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for subscription items. */
public final class BillingSubscriptionItemQuery extends PageQuery<BillingSubscriptionItemQuery> {

	private BillingSubscriptionItemQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingSubscriptionItemQuery::new);
	}

	/** Create a query for the items of paid plans. */
	public static BillingSubscriptionItemQuery create() {
		return new BillingSubscriptionItemQuery(Map.of());
	}

	/** Set whether the list is paginated. Streams always request pages. */
	public BillingSubscriptionItemQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

	public BillingSubscriptionItemQuery status(BillingSubscriptionItemStatus status) {
		return set("status", status);
	}

	public BillingSubscriptionItemQuery payerType(BillingPayerType payerType) {
		return set("payer_type", payerType);
	}

	public BillingSubscriptionItemQuery planId(String planId) {
		return set("plan_id", planId);
	}

	/** Set whether items of free plans are included. Defaults to false. */
	public BillingSubscriptionItemQuery includeFree(boolean includeFree) {
		return set("include_free", includeFree);
	}

	/** Filter by a text. */
	public BillingSubscriptionItemQuery query(String query) {
		return set("query", query);
	}

}
