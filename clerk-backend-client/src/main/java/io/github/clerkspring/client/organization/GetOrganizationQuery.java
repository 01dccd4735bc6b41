package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Query for optional properties of an organization. */
public final class GetOrganizationQuery extends RequestFields<GetOrganizationQuery> {

	private GetOrganizationQuery(Map<String, @Nullable Object> fields) {
		super(fields, GetOrganizationQuery::new);
	}

	/** Create a query without optional properties. */
	public static GetOrganizationQuery create() {
		return new GetOrganizationQuery(Map.of());
	}

	public GetOrganizationQuery includeMembersCount(boolean includeMembersCount) {
		return set("include_members_count", includeMembersCount);
	}

	public GetOrganizationQuery includeMissingMemberWithElevatedPermissions(
			boolean includeMissingMemberWithElevatedPermissions) {
		return set("include_missing_member_with_elevated_permissions", includeMissingMemberWithElevatedPermissions);
	}

}
