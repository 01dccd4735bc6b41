package io.github.clerkspring.client.core;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Verifies that the pages of a stream advance, so that a server that ignores limit or
 * offset cannot cause an endless stream.
 */
final class PageProgress {

	private @Nullable Page<?> first;

	private @Nullable Page<?> previous;

	/** Check the next page of the stream. */
	void check(PageStep<?, ?> step) {
		int size = step.size();
		int limit = step.query().pageSize();
		Assert.state(size <= limit,
				() -> "The list does not advance: a page has " + size + " items, but its limit is " + limit);
		Long total = step.page().totalCount();
		Assert.state(size > 0 || total == null || step.end() >= total, () -> "The list does not advance: the page at "
				+ step.query().start() + " is empty, but the total is " + total);
		Assert.state(!repeats(this.previous, step.page()) && !repeats(this.first, step.page()),
				() -> "The list does not advance: the page at " + step.query().start()
						+ " begins with the same item as an earlier page");
		this.previous = step.page();
		this.first = (this.first != null) ? this.first : step.page();
	}

	/** Concurrently added items shift the pages, but also increase the total count. */
	private static boolean repeats(@Nullable Page<?> before, Page<?> page) {
		return before != null && !hasGrown(before.totalCount(), page.totalCount())
				&& sameItem(before.data(), page.data());
	}

	private static boolean hasGrown(@Nullable Long before, @Nullable Long total) {
		return before != null && total != null && total > before;
	}

	private static boolean sameItem(List<?> before, List<?> items) {
		return !before.isEmpty() && !items.isEmpty() && items.get(0) != null
				&& Objects.equals(before.get(0), items.get(0));
	}

}
