package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which roles, permissions or role sets to read. */
public final class RoleSearchQuery extends PageQuery<RoleSearchQuery> {

	private RoleSearchQuery(Map<String, @Nullable Object> fields) {
		super(fields, RoleSearchQuery::new);
	}

	/** Begin with the first page. */
	public static RoleSearchQuery create() {
		return new RoleSearchQuery(Map.of());
	}

	/** Keep those with this id, or with a name or a key that contains the text. */
	public RoleSearchQuery query(String query) {
		return set("query", query);
	}

	/** By {@code created_at}, {@code name}, {@code key}. */
	public RoleSearchQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
