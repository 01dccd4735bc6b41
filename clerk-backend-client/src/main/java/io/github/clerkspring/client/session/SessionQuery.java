package io.github.clerkspring.client.session;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/** Query for sessions. A user id or client id is required. */
public final class SessionQuery extends PageQuery<SessionQuery> {

	private SessionQuery(Map<String, @Nullable Object> fields) {
		super(fields, SessionQuery::new);
	}

	/** Create a query without conditions. */
	public static SessionQuery create() {
		return new SessionQuery(Map.of());
	}

	public SessionQuery clientId(String clientId) {
		return set("client_id", clientId);
	}

	public SessionQuery userId(String userId) {
		return set("user_id", userId);
	}

	public SessionQuery status(SessionStatus status) {
		return set("status", status);
	}

	public SessionQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
