package io.github.clerkspring.client.core;

import java.util.function.BiFunction;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns pages into streams. A page is fetched when the subscriber has asked for more
 * items than the pages before it held, never ahead.
 */
public final class Pages {

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
		return read(query, list, (last, page) -> last.offset(last.start() + page.data().size()));
	}

	/**
	 * Read a list to its end by a cursor: each page begins after the last item of the
	 * page before it, so that items added meanwhile neither hide nor repeat others.
	 * @param <T> the type of the items
	 * @param <Q> the type of the query
	 * @param query the query of the first page
	 * @param list the operation that fetches a page
	 * @param after gives the query of the page behind an item
	 * @return the items in their order
	 */
	public static <T, Q extends PageQuery<Q>> Flux<T> stream(Q query, Function<Q, Mono<Page<T>>> list,
			BiFunction<Q, T, Q> after) {
		return read(query, list, (last, page) -> after.apply(last, page.data().get(page.data().size() - 1)));
	}

	private static <T, Q extends PageQuery<Q>> Flux<T> read(Q query, Function<Q, Mono<Page<T>>> list,
			BiFunction<Q, Page<T>, Q> next) {
		return fetch(query, list).expand((step) -> {
			Page<T> page = step.page();
			boolean last = page.data().size() < step.query().pageSize();
			return last ? Mono.empty() : fetch(next.apply(step.query(), page), list);
		}).concatMapIterable((step) -> step.page().data(), 1);
	}

	private static <T, Q> Mono<Step<T, Q>> fetch(Q query, Function<Q, Mono<Page<T>>> list) {
		return Mono.defer(() -> list.apply(query)).map((page) -> new Step<>(query, page));
	}

	private record Step<T, Q>(Q query, Page<T> page) {
	}

}
