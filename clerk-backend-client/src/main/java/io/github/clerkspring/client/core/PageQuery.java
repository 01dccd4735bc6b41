package io.github.clerkspring.client.core;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Query of a list that comes in pages. Where it can be ordered, {@code -} in front of a
 * property reverses the order.
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
	 * Set the size of a page: 1 to {@link #maxLimit()}. Defaults to 10 in a list, which
	 * is Clerk's default, and to 100 in a stream.
	 */
	public T limit(int limit) {
		Assert.isTrue(limit >= 1 && limit <= maxLimit(),
				() -> "limit must be between 1 and " + maxLimit() + ", not " + limit);
		return set("limit", limit);
	}

	/** Set how many items are skipped, zero or more. Clerk's default is 0. */
	public T offset(int offset) {
		Assert.isTrue(offset >= 0, () -> "offset must not be negative, but was " + offset);
		return set("offset", offset);
	}

	/** Return the largest page that Clerk gives for this list, mostly 500. */
	public int maxLimit() {
		return MAX_LIMIT;
	}

	/**
	 * Let a stream fetch up to this many pages, 1 to 16, before they are requested, at
	 * the same time. The items keep their order. Every page is then found by its offset.
	 * Defaults to none; a list ignores it.
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
