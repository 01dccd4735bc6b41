package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;
import io.github.clerkspring.client.organization.OrganizationInvitationStatus;

/** Query for the organization invitations of a user. */
public final class UserOrganizationInvitationQuery extends PageQuery<UserOrganizationInvitationQuery> {

	private UserOrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, UserOrganizationInvitationQuery::new);
	}

	/** Create a query without conditions. */
	public static UserOrganizationInvitationQuery create() {
		return new UserOrganizationInvitationQuery(Map.of());
	}

	public UserOrganizationInvitationQuery status(OrganizationInvitationStatus status) {
		return set("status", status);
	}

}
