package io.github.clerkspring.client.core;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Page of a stream with its query.
 *
 * @param <T> the type of the items
 * @param <Q> the type of the query
 * @param query the query of the page
 * @param page the page
 */
record PageStep<T, Q extends PageQuery<Q>>(Q query, Page<T> page) {

	int size() {
		return this.page.data().size();
	}

	long end() {
		return this.query.start() + (long) size();
	}

	/** Return the items without null elements, which a stream does not permit. */
	List<T> items() {
		return this.page.data().stream().filter(Objects::nonNull).toList();
	}

	/** Return whether this is the last page, as far as the page indicates it. */
	boolean isLast() {
		Long total = this.page.totalCount();
		if (isShort()) {
			return total == null || end() >= total;
		}
		return total != null && end() == total;
	}

	boolean isShort() {
		return size() < this.query.pageSize();
	}

	/** Return the query of the next page by offset, or {@code null} at the end. */
	@Nullable Q byOffset() {
		return isLast() ? null : this.query.offset(Math.toIntExact(end()));
	}

	/** Return the query of the page after the last item, or {@code null} at the end. */
	@Nullable Q byCursor(BiFunction<Q, T, Q> after) {
		List<T> items = items();
		return (isShort() || items.isEmpty()) ? null : after.apply(this.query, items.get(items.size() - 1));
	}

}
