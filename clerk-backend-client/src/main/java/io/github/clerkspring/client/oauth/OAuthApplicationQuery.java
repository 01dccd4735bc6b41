package io.github.clerkspring.client.oauth;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which applications to read. */
public final class OAuthApplicationQuery extends PageQuery<OAuthApplicationQuery> {

	private OAuthApplicationQuery(Map<String, @Nullable Object> fields) {
		super(fields, OAuthApplicationQuery::new);
	}

	/** Begin with the first page of all. */
	public static OAuthApplicationQuery create() {
		return new OAuthApplicationQuery(Map.of());
	}

	/** By {@code created_at}, {@code name}. */
	public OAuthApplicationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/** Keep those with this text in their name, and the one with this client id. */
	public OAuthApplicationQuery nameQuery(String nameQuery) {
		return set("name_query", nameQuery);
	}

}
