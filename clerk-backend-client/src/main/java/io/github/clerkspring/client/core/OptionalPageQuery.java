package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Query for a list that is returned as a whole, or without a total count, unless it is
 * paginated.
 */
public final class OptionalPageQuery extends PageQuery<OptionalPageQuery> {

	private OptionalPageQuery(Map<String, @Nullable Object> fields) {
		super(fields, OptionalPageQuery::new);
	}

	/** Create a query that starts with the first page. */
	public static OptionalPageQuery create() {
		return new OptionalPageQuery(Map.of());
	}

	/**
	 * Set whether the list is paginated and includes the total count. Streams always
	 * request pages.
	 */
	public OptionalPageQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
