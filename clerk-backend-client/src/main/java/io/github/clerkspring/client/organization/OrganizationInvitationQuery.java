package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the invitations of an organization. */
public final class OrganizationInvitationQuery extends PageQuery<OrganizationInvitationQuery> {

	private OrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, OrganizationInvitationQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static OrganizationInvitationQuery create() {
		return new OrganizationInvitationQuery(Map.of());
	}

	public OrganizationInvitationQuery status(OrganizationInvitationStatus status) {
		return set("status", status);
	}

	public OrganizationInvitationQuery emailAddress(String emailAddress) {
		return set("email_address", emailAddress);
	}

	/**
	 * Set the order: {@code created_at} or {@code email_address}. Defaults to newest
	 * first.
	 */
	public OrganizationInvitationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

}
