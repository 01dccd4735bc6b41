package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which invitations of an organization to read. */
public final class OrganizationInvitationQuery extends PageQuery<OrganizationInvitationQuery> {

	private OrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationInvitationQuery::new);
	}

	/** Begin with the first page of all. */
	public static OrganizationInvitationQuery create() {
		return new OrganizationInvitationQuery(Map.of());
	}

	public OrganizationInvitationQuery status(OrganizationInvitationStatus status) {
		return set("status", status);
	}

	public OrganizationInvitationQuery emailAddress(String emailAddress) {
		return set("email_address", emailAddress);
	}

	/** By {@code created_at}, {@code email_address}; newest first unless set. */
	public OrganizationInvitationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
