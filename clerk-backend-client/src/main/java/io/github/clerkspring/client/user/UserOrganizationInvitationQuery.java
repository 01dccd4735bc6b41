package io.github.clerkspring.client.user;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;
import io.github.clerkspring.client.organization.OrganizationInvitationStatus;

/** Which of a user's invitations are listed. */
public final class UserOrganizationInvitationQuery extends PageQuery<UserOrganizationInvitationQuery> {

	private UserOrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, UserOrganizationInvitationQuery::new);
	}

	/** Begin with all of them. */
	public static UserOrganizationInvitationQuery create() {
		return new UserOrganizationInvitationQuery(Map.of());
	}

	public UserOrganizationInvitationQuery status(OrganizationInvitationStatus status) {
		return set("status", status);
	}

}
