package io.github.clerkspring.client.session;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which clients are listed.
 */
public final class ClientQuery extends PageQuery<ClientQuery> {

	private ClientQuery(Map<String, @Nullable Object> fields) {
		super(fields, ClientQuery::new);
	}

	/**
	 * Begin with all clients.
	 * @return the query
	 */
	public static ClientQuery create() {
		return new ClientQuery(Map.of());
	}

	public ClientQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
