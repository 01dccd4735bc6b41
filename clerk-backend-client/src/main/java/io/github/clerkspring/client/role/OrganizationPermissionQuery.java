package io.github.clerkspring.client.role;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which permissions to read.
 */
public final class OrganizationPermissionQuery extends PageQuery<OrganizationPermissionQuery> {

	private OrganizationPermissionQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationPermissionQuery::new);
	}

	/**
	 * Begin with the first page of all.
	 * @return the query
	 */
	public static OrganizationPermissionQuery create() {
		return new OrganizationPermissionQuery(Map.of());
	}

	/**
	 * Keep those with this id, or with a name or a key that contains the text.
	 */
	public OrganizationPermissionQuery query(String query) {
		return set("query", query);
	}

	/**
	 * One of {@code created_at}, {@code name}, {@code key}, with {@code -} in front for
	 * the reverse.
	 */
	public OrganizationPermissionQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
