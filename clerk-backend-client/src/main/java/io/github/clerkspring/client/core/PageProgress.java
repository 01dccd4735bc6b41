package io.github.clerkspring.client.core;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Finds out that the pages of a stream do not advance, so that a server that ignores the
 * limit or the offset cannot make the stream endless.
 */
final class PageProgress {

	private @Nullable Page<?> first;

	private @Nullable Page<?> previous;

	/** Check a page; the pages come in their order. */
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
						+ " begins like a page before it");
		this.previous = step.page();
		this.first = (this.first != null) ? this.first : step.page();
	}

	/** Items that were added meanwhile shift the pages, but the total grows with them. */
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
