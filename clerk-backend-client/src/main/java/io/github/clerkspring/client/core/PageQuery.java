package io.github.clerkspring.client.core;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Base class of queries for paginated lists. In an order, the prefix {@code -} of a
 * property reverses its direction.
 *
 * @param <T> the type of the query itself
 */
public abstract class PageQuery<T extends PageQuery<T>> extends RequestFields<T> {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MAX_LIMIT = 500;

	private static final int MAX_READ_AHEAD = 16;

	private static final String READ_AHEAD = OPTION + "readAhead";

	protected PageQuery(Map<String, @Nullable Object> fields, Function<Map<String, @Nullable Object>, T> factory) {
		super(fields, factory);
	}

	/**
	 * Set the size of a page: 1 to {@link #maxLimit()}. Defaults to 10 for a list
	 * (Clerk's default) and to 100 for a stream.
	 */
	public T limit(int limit) {
		Assert.isTrue(limit >= 1 && limit <= maxLimit(),
				() -> "limit must be between 1 and " + maxLimit() + ", not " + limit);
		return set("limit", limit);
	}

	/** Set the number of items to skip, zero or more. Defaults to 0. */
	public T offset(int offset) {
		Assert.isTrue(offset >= 0, () -> "offset must not be negative, but was " + offset);
		return set("offset", offset);
	}

	/** Return the maximum page size of this list, 500 in most cases. */
	public int maxLimit() {
		return MAX_LIMIT;
	}

	/**
	 * Set the number of pages that a stream fetches concurrently in advance, 1 to 16,
	 * including the first one. As the length of the list is unknown until then, a list of
	 * one page causes this number of requests, of which all but the first are cancelled.
	 * The order of the items is retained, and all pages are addressed by offset. Defaults
	 * to none; lists ignore it.
	 */
	public T readAhead(int pages) {
		Assert.isTrue(pages >= 1 && pages <= MAX_READ_AHEAD,
				() -> "readAhead must be between 1 and " + MAX_READ_AHEAD + ", not " + pages);
		return set(READ_AHEAD, pages);
	}

	int pagesAhead() {
		return (option(READ_AHEAD) instanceof Integer pages) ? pages : 0;
	}

	boolean hasCursor() {
		return fields().containsKey("starting_after");
	}

	boolean hasLimit() {
		return fields().containsKey("limit");
	}

	int pageSize() {
		return (fields().get("limit") instanceof Integer limit) ? limit : DEFAULT_LIMIT;
	}

	int start() {
		return (fields().get("offset") instanceof Integer offset) ? offset : 0;
	}

}
