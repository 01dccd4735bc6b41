package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which subscription items to read. */
public final class BillingSubscriptionItemQuery extends PageQuery<BillingSubscriptionItemQuery> {

	private BillingSubscriptionItemQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingSubscriptionItemQuery::new);
	}

	/** Begin with all of paid plans. */
	public static BillingSubscriptionItemQuery create() {
		return new BillingSubscriptionItemQuery(Map.of());
	}

	/** Whether the list comes in pages. The streams always ask for pages. */
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

	/** Whether items of free plans come too; they do not unless set. */
	public BillingSubscriptionItemQuery includeFree(boolean includeFree) {
		return set("include_free", includeFree);
	}

	/** Keep those that match the text. */
	public BillingSubscriptionItemQuery query(String query) {
		return set("query", query);
	}

}
