package io.github.clerkspring.client.organization;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which organizations to read. */
public final class OrganizationQuery extends PageQuery<OrganizationQuery> {

	private static final int MAX_IDS = 100;

	private OrganizationQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationQuery::new);
	}

	/** Begin with the first page of all. */
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

	/** Keep those with this id, or with a name or a slug that contains the text. */
	public OrganizationQuery query(String query) {
		return set("query", query);
	}

	/** Keep those with one of the members; {@code -} before an id drops theirs. */
	public OrganizationQuery userId(String... userIds) {
		return set("user_id", List.of(userIds));
	}

	/** Keep these, up to 100; {@code -} in front of an id leaves it out. */
	public OrganizationQuery organizationId(String... organizationIds) {
		return set("organization_id", items("organizationId", List.of(organizationIds), MAX_IDS));
	}

	/** By {@code name}, {@code created_at}, {@code members_count}; newest first. */
	public OrganizationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
