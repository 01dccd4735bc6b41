package io.github.clerkspring.client.billing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which page of the statements, or of the payment attempts of one, to read.
 */
public final class BillingStatementQuery extends PageQuery<BillingStatementQuery> {

	private BillingStatementQuery(Map<String, @Nullable Object> fields) {
		super(fields, BillingStatementQuery::new);
	}

	/**
	 * Begin with all.
	 * @return the query
	 */
	public static BillingStatementQuery create() {
		return new BillingStatementQuery(Map.of());
	}

	/**
	 * Whether the list comes in pages. The streams always ask for pages.
	 */
	public BillingStatementQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
