package io.github.clerkspring.client.core;

import java.util.Iterator;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches pages sequentially, each when one of its items is requested. Holds the state of
 * one subscription.
 *
 * @param <T> the type of the items
 * @param <Q> the type of the query
 */
final class PagesInTurn<T, Q extends PageQuery<Q>> {

	private final Function<Q, Mono<Page<T>>> list;

	private final Function<PageStep<T, Q>, @Nullable Q> following;

	private final PageProgress progress = new PageProgress();

	private @Nullable Q next;

	private PagesInTurn(Q first, Function<Q, Mono<Page<T>>> list, Function<PageStep<T, Q>, @Nullable Q> following) {
		this.next = first;
		this.list = list;
		this.following = following;
	}

	static <T, Q extends PageQuery<Q>> Flux<T> items(Q first, Function<Q, Mono<Page<T>>> list,
			Function<PageStep<T, Q>, @Nullable Q> following) {
		return Flux
			.<Flux<T>, PagesInTurn<T, Q>>generate(() -> new PagesInTurn<>(first, list, following), (pages, sink) -> {
				Q query = pages.next;
				if (query != null) {
					sink.next(pages.read(query));
				}
				else {
					sink.complete();
				}
				return pages;
			})
			.concatMap(Function.identity(), 0);
	}

	private Flux<T> read(Q query) {
		return fetch(query, this.list).flatMapMany(this::items);
	}

	private Flux<T> items(PageStep<T, Q> step) {
		this.progress.check(step);
		this.next = this.following.apply(step);
		return (this.next != null) ? untilMoreIsRequested(step) : Flux.fromIterable(step.items());
	}

	/**
	 * The next page is fetched when this one completes, that is, when another item is
	 * requested, not when the last item is emitted.
	 */
	private static <T> Flux<T> untilMoreIsRequested(PageStep<T, ?> step) {
		return Flux.<T, Iterator<T>>generate(() -> step.items().iterator(), (items, sink) -> {
			if (items.hasNext()) {
				sink.next(items.next());
			}
			else {
				sink.complete();
			}
			return items;
		});
	}

	static <T, Q extends PageQuery<Q>> Mono<PageStep<T, Q>> fetch(Q query, Function<Q, Mono<Page<T>>> list) {
		return Mono.defer(() -> list.apply(query))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The list has no page at " + query.start())))
			.map((page) -> new PageStep<>(query, page));
	}

}
