package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which page of a user's memberships is listed.
 */
public final class UserOrganizationMembershipQuery extends PageQuery<UserOrganizationMembershipQuery> {

	private UserOrganizationMembershipQuery(Map<String, @Nullable Object> fields) {
		super(fields, UserOrganizationMembershipQuery::new);
	}

	/**
	 * Begin with the first page.
	 * @return the query
	 */
	public static UserOrganizationMembershipQuery create() {
		return new UserOrganizationMembershipQuery(Map.of());
	}

}
