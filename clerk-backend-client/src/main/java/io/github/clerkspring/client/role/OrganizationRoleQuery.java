package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which roles to read.
 */
public final class OrganizationRoleQuery extends PageQuery<OrganizationRoleQuery> {

	private OrganizationRoleQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationRoleQuery::new);
	}

	/**
	 * Begin with the first page of all.
	 * @return the query
	 */
	public static OrganizationRoleQuery create() {
		return new OrganizationRoleQuery(Map.of());
	}

	/**
	 * Keep those with this id, or with a name or a key that contains the text.
	 */
	public OrganizationRoleQuery query(String query) {
		return set("query", query);
	}

	/**
	 * One of {@code created_at}, {@code name}, {@code key}, with {@code -} in front for
	 * the reverse.
	 */
	public OrganizationRoleQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
