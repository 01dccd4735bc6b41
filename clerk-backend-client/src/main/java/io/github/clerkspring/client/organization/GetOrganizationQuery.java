package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** What to tell of one organization beyond the usual. */
public final class GetOrganizationQuery extends RequestFields<GetOrganizationQuery> {

	private GetOrganizationQuery(Map<String, @Nullable Object> fields) {
		super(fields, GetOrganizationQuery::new);
	}

	/** Begin with the usual. */
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
