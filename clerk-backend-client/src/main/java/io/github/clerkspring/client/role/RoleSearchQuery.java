package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for roles, permissions or role sets. */
public final class RoleSearchQuery extends PageQuery<RoleSearchQuery> {

	private RoleSearchQuery(Map<String, @Nullable Object> fields) {
		super(fields, RoleSearchQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static RoleSearchQuery create() {
		return new RoleSearchQuery(Map.of());
	}

	/** Filter by a text contained in the name or key, or by id. */
	public RoleSearchQuery query(String query) {
		return set("query", query);
	}

	/** Set the order: {@code created_at}, {@code name} or {@code key}. */
	public RoleSearchQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
