package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for subscription items at the path of older API versions. */
public final class CommerceSubscriptionItemQuery extends PageQuery<CommerceSubscriptionItemQuery> {

	private CommerceSubscriptionItemQuery(Map<String, @Nullable Object> fields) {
		super(fields, CommerceSubscriptionItemQuery::new);
	}

	/** Create a query for the items of paid plans. */
	public static CommerceSubscriptionItemQuery create() {
		return new CommerceSubscriptionItemQuery(Map.of());
	}

	/** Set whether the list is paginated. Streams always request pages. */
	public CommerceSubscriptionItemQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

	public CommerceSubscriptionItemQuery status(BillingSubscriptionItemStatus status) {
		return set("status", status);
	}

	public CommerceSubscriptionItemQuery payerType(BillingPayerType payerType) {
		return set("payer_type", payerType);
	}

	public CommerceSubscriptionItemQuery planId(String planId) {
		return set("plan_id", planId);
	}

	/** Set whether items of free plans are included. Defaults to false. */
	public CommerceSubscriptionItemQuery includeFree(boolean includeFree) {
		return set("include_free", includeFree);
	}

	/** Filter by a text contained in the payer's email address or name. */
	public CommerceSubscriptionItemQuery query(String query) {
		return set("query", query);
	}

	public CommerceSubscriptionItemQuery userId(String userId) {
		return set("user_id", userId);
	}

	public CommerceSubscriptionItemQuery organizationId(String organizationId) {
		return set("organization_id", organizationId);
	}

}
