package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for the invitations of all organizations. */
public final class InstanceOrganizationInvitationQuery extends PageQuery<InstanceOrganizationInvitationQuery> {

	private InstanceOrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, InstanceOrganizationInvitationQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static InstanceOrganizationInvitationQuery create() {
		return new InstanceOrganizationInvitationQuery(Map.of());
	}

	/**
	 * Set the order: {@code created_at} or {@code email_address}. Defaults to newest
	 * first.
	 */
	public InstanceOrganizationInvitationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	public InstanceOrganizationInvitationQuery status(OrganizationInvitationStatus status) {
		return set("status", status);
	}

	/** Filter by a text contained in the email address. */
	public InstanceOrganizationInvitationQuery query(String query) {
		return set("query", query);
	}

}
