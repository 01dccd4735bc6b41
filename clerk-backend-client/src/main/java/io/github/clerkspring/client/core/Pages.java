package io.github.clerkspring.client.core;

import java.util.function.BiFunction;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Converts pages to streams. A page is fetched only when the subscriber requests more
 * items than the previous pages contain, unless {@link PageQuery#readAhead} is set. The
 * page size is 100 unless the query sets a limit. If the pages do not advance, the stream
 * ends with an {@link IllegalStateException}.
 */
public final class Pages {

	private static final int DEFAULT_LIMIT = 100;

	private Pages() {
	}

	/**
	 * Fetch a list page by page, from the offset of the query to the end. Items that are
	 * concurrently added or removed shift the following pages, so that an item can be
	 * missing or duplicated.
	 * @param <T> the type of the items
	 * @param <Q> the type of the query
	 * @param query the query of the first page
	 * @param list the operation that fetches a page
	 * @return the items in order
	 */
	public static <T, Q extends PageQuery<Q>> Flux<T> stream(Q query, Function<Q, Mono<Page<T>>> list) {
		Q first = withLimit(query);
		return (first.pagesAhead() > 0) ? PagesAhead.items(first, list)
				: PagesInTurn.items(first, list, PageStep::byOffset);
	}

	/**
	 * Fetch a list page by page with a cursor: each page starts after the last item of
	 * the previous page, so that concurrently added items cause neither missing nor
	 * duplicate items. As cursors of later pages are unknown, a query with read-ahead
	 * uses offsets unless it has a cursor itself.
	 * @param <T> the type of the items
	 * @param <Q> the type of the query
	 * @param query the query of the first page
	 * @param list the operation that fetches a page
	 * @param after returns the query of the page after an item
	 * @return the items in order
	 */
	public static <T, Q extends PageQuery<Q>> Flux<T> stream(Q query, Function<Q, Mono<Page<T>>> list,
			BiFunction<Q, T, Q> after) {
		Q first = withLimit(query);
		return (first.pagesAhead() > 0 && !first.hasCursor()) ? stream(first, list)
				: PagesInTurn.items(first, list, (step) -> step.byCursor(after));
	}

	private static <Q extends PageQuery<Q>> Q withLimit(Q query) {
		return query.hasLimit() ? query : query.limit(Math.min(DEFAULT_LIMIT, query.maxLimit()));
	}

}
