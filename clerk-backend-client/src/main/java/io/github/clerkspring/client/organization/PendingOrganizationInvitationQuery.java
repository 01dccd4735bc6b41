package io.github.clerkspring.client.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which page of the pending invitations to read.
 */
public final class PendingOrganizationInvitationQuery extends PageQuery<PendingOrganizationInvitationQuery> {

	private PendingOrganizationInvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, PendingOrganizationInvitationQuery::new);
	}

	/**
	 * Begin with the first page.
	 * @return the query
	 */
	public static PendingOrganizationInvitationQuery create() {
		return new PendingOrganizationInvitationQuery(Map.of());
	}

}
