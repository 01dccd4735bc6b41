package io.github.clerkspring.client.core;

import java.util.function.BiFunction;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns pages into streams. A page is fetched when the subscriber requests more items
 * than the pages before it held, never ahead unless {@link PageQuery#readAhead} says so.
 * Pages have 100 items unless the query sets a limit. A list whose pages do not advance
 * ends the stream with an {@link IllegalStateException}.
 */
public final class Pages {

	private static final int DEFAULT_LIMIT = 100;

	private Pages() {
	}

	/**
	 * Read a list from the query's offset on to its end, page by page. Items that are
	 * added or removed meanwhile shift the pages behind them, so that an item can be
	 * missed or come twice.
	 * @param <T> the type of the items
	 * @param <Q> the type of the query
	 * @param query the query of the first page
	 * @param list the operation that fetches a page
	 * @return the items in their order
	 */
	public static <T, Q extends PageQuery<Q>> Flux<T> stream(Q query, Function<Q, Mono<Page<T>>> list) {
		Q first = withLimit(query);
		return (first.pagesAhead() > 0) ? PagesAhead.items(first, list)
				: PagesInTurn.items(first, list, PageStep::byOffset);
	}

	/**
	 * Read a list to its end by a cursor: each page begins after the last item of the
	 * page before it, so that items added meanwhile neither hide nor repeat others. The
	 * cursors of pages ahead are unknown: a query that reads ahead is read by offset,
	 * unless it has a cursor itself.
	 * @param <T> the type of the items
	 * @param <Q> the type of the query
	 * @param query the query of the first page
	 * @param list the operation that fetches a page
	 * @param after gives the query of the page behind an item
	 * @return the items in their order
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
