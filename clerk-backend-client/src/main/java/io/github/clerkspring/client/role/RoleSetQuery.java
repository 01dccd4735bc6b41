package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which role sets to read.
 */
public final class RoleSetQuery extends PageQuery<RoleSetQuery> {

	private RoleSetQuery(Map<String, @Nullable Object> fields) {
		super(fields, RoleSetQuery::new);
	}

	/**
	 * Begin with the first page of all.
	 * @return the query
	 */
	public static RoleSetQuery create() {
		return new RoleSetQuery(Map.of());
	}

	/**
	 * Keep those with this id, or with a name or a key that contains the text.
	 */
	public RoleSetQuery query(String query) {
		return set("query", query);
	}

	/**
	 * One of {@code created_at}, {@code name}, {@code key}, with {@code -} in front for
	 * the reverse.
	 */
	public RoleSetQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
