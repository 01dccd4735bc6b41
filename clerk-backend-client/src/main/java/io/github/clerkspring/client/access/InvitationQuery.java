package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for invitations. */
public final class InvitationQuery extends PageQuery<InvitationQuery> {

	private InvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, InvitationQuery::new);
	}

	/** Create a query for all invitations that are not revoked. */
	public static InvitationQuery create() {
		return new InvitationQuery(Map.of());
	}

	public InvitationQuery status(InvitationStatus status) {
		return set("status", status);
	}

	/** Filter by a text that matches the email address or id. */
	public InvitationQuery query(String query) {
		return set("query", query);
	}

	/** Set the order: {@code created_at}, {@code email_address} or {@code expires_at}. */
	public InvitationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/** Set whether the page includes the total count. */
	public InvitationQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
