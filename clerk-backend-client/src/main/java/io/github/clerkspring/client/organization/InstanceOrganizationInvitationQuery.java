package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which invitations of any organization to read. */
public final class InstanceOrganizationInvitationQuery extends PageQuery<InstanceOrganizationInvitationQuery> {

	private InstanceOrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, InstanceOrganizationInvitationQuery::new);
	}

	/** Begin with the first page of all. */
	public static InstanceOrganizationInvitationQuery create() {
		return new InstanceOrganizationInvitationQuery(Map.of());
	}

	/** By {@code created_at}, {@code email_address}; newest first unless set. */
	public InstanceOrganizationInvitationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	public InstanceOrganizationInvitationQuery status(OrganizationInvitationStatus status) {
		return set("status", status);
	}

	/** Keep those whose email address contains the text. */
	public InstanceOrganizationInvitationQuery query(String query) {
		return set("query", query);
	}

}
