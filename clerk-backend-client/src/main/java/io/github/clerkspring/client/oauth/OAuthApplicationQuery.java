package io.github.clerkspring.client.oauth;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for OAuth applications. */
public final class OAuthApplicationQuery extends PageQuery<OAuthApplicationQuery> {

	private OAuthApplicationQuery(Map<String, @Nullable Object> fields) {
		super(fields, OAuthApplicationQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static OAuthApplicationQuery create() {
		return new OAuthApplicationQuery(Map.of());
	}

	/** Set the order: {@code created_at} or {@code name}. */
	public OAuthApplicationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/** Filter by a text contained in the name, or by client id. */
	public OAuthApplicationQuery nameQuery(String nameQuery) {
		return set("name_query", nameQuery);
	}

}
