package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list that comes at once, or without a total, unless it is paginated.
 */
public final class OptionalPageQuery extends PageQuery<OptionalPageQuery> {

	private OptionalPageQuery(Map<String, @Nullable Object> fields) {
		super(fields, OptionalPageQuery::new);
	}

	/** Begin with the first page. */
	public static OptionalPageQuery create() {
		return new OptionalPageQuery(Map.of());
	}

	/**
	 * Whether the list comes in pages, with a total. The streams always ask for pages.
	 */
	public OptionalPageQuery paginated(boolean paginated) {
		return set("paginated", paginated);
	}

}
