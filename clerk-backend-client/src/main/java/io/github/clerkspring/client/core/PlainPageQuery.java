package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Query for a paginated list without conditions. */
public final class PlainPageQuery extends PageQuery<PlainPageQuery> {

	private PlainPageQuery(Map<String, @Nullable Object> fields) {
		super(fields, PlainPageQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static PlainPageQuery create() {
		return new PlainPageQuery(Map.of());
	}

}
