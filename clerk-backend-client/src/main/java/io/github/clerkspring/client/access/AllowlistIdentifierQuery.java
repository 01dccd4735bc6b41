package io.github.clerkspring.client.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which part of the allow-list to read.
 */
public final class AllowlistIdentifierQuery extends PageQuery<AllowlistIdentifierQuery> {

	private AllowlistIdentifierQuery(Map<String, @Nullable Object> fields) {
		super(fields, AllowlistIdentifierQuery::new);
	}

	/**
	 * Begin with the first page.
	 * @return the query
	 */
	public static AllowlistIdentifierQuery create() {
		return new AllowlistIdentifierQuery(Map.of());
	}

	/**
	 * Let the page tell how many identifiers there are in all.
	 */
	public AllowlistIdentifierQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
