package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which subscription items to read under the older path. */
public final class CommerceSubscriptionItemQuery extends PageQuery<CommerceSubscriptionItemQuery> {

	private CommerceSubscriptionItemQuery(Map<String, @Nullable Object> fields) {
		super(fields, CommerceSubscriptionItemQuery::new);
	}

	/** Begin with all of paid plans. */
	public static CommerceSubscriptionItemQuery create() {
		return new CommerceSubscriptionItemQuery(Map.of());
	}

	/** Whether the list comes in pages. The streams always ask for pages. */
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

	/** Whether items of free plans come too; they do not unless set. */
	public CommerceSubscriptionItemQuery includeFree(boolean includeFree) {
		return set("include_free", includeFree);
	}

	/** Keep those whose payer matches the text in the email address or the name. */
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
