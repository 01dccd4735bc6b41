package io.github.clerkspring.client.organization;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for organizations. */
public final class OrganizationQuery extends PageQuery<OrganizationQuery> {

	private static final int MAX_IDS = 100;

	private OrganizationQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static OrganizationQuery create() {
		return new OrganizationQuery(Map.of());
	}

	public OrganizationQuery includeMembersCount(boolean includeMembersCount) {
		return set("include_members_count", includeMembersCount);
	}

	public OrganizationQuery includeMissingMemberWithElevatedPermissions(
			boolean includeMissingMemberWithElevatedPermissions) {
		return set("include_missing_member_with_elevated_permissions", includeMissingMemberWithElevatedPermissions);
	}

	/** Filter by a text contained in the name or slug, or by id. */
	public OrganizationQuery query(String query) {
		return set("query", query);
	}

	/** Filter by member, given by user id; the prefix {@code -} excludes an id. */
	public OrganizationQuery userId(String... userIds) {
		return set("user_id", List.of(userIds));
	}

	/** Filter by up to 100 organization ids; the prefix {@code -} excludes an id. */
	public OrganizationQuery organizationId(String... organizationIds) {
		return set("organization_id", items("organizationId", List.of(organizationIds), MAX_IDS));
	}

	/**
	 * Set the order: {@code name}, {@code created_at} or {@code members_count}. Defaults
	 * to newest first.
	 */
	public OrganizationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
