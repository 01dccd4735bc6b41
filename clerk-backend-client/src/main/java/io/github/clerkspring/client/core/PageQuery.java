package io.github.clerkspring.client.core;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Query of a list that comes in pages.
 *
 * @param <T> the type of the query itself
 */
public abstract class PageQuery<T extends PageQuery<T>> extends RequestFields<T> {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MAX_LIMIT = 500;

	protected PageQuery(Map<String, @Nullable Object> fields, Function<Map<String, @Nullable Object>, T> factory) {
		super(fields, factory);
	}

	/**
	 * Set how many items a page has at most. Clerk's default is 10.
	 * @param limit from 1 to {@link #maxLimit()}
	 * @return a copy with the limit set
	 */
	public T limit(int limit) {
		Assert.isTrue(limit >= 1 && limit <= maxLimit(),
				() -> "limit must be between 1 and " + maxLimit() + ", not " + limit);
		return set("limit", limit);
	}

	/**
	 * Set how many items are skipped. Clerk's default is 0.
	 * @param offset zero or more
	 * @return a copy with the offset set
	 */
	public T offset(int offset) {
		Assert.isTrue(offset >= 0, () -> "offset must not be negative, but was " + offset);
		return set("offset", offset);
	}

	/**
	 * Return the largest page that Clerk gives for this list.
	 * @return the limit of {@link #limit(int)}, 500 for most lists
	 */
	public int maxLimit() {
		return MAX_LIMIT;
	}

	int pageSize() {
		return (fields().get("limit") instanceof Integer limit) ? limit : DEFAULT_LIMIT;
	}

	int start() {
		return (fields().get("offset") instanceof Integer offset) ? offset : 0;
	}

}
