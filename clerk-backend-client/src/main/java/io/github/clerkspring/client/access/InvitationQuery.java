package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Which invitations to read. */
public final class InvitationQuery extends PageQuery<InvitationQuery> {

	private InvitationQuery(Map<String, @Nullable Object> fields) {
		super(fields, InvitationQuery::new);
	}

	/** Begin with the first page of all that are not revoked. */
	public static InvitationQuery create() {
		return new InvitationQuery(Map.of());
	}

	public InvitationQuery status(InvitationStatus status) {
		return set("status", status);
	}

	/** Keep those whose email address or id matches. */
	public InvitationQuery query(String query) {
		return set("query", query);
	}

	/** By {@code created_at}, {@code email_address}, {@code expires_at}. */
	public InvitationQuery orderBy(String orderBy) {
		return set("order_by", orderBy);
	}

	/** Let the page tell how many invitations there are in all. */
	public InvitationQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
