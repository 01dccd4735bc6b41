package io.github.clerkspring.client.core;

import java.util.function.Function;

import org.springframework.util.Assert;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.SynchronousSink;

/**
 * Fetches several pages concurrently by offset and emits their items in order. Holds the
 * state of one subscription.
 *
 * @param <T> the type of the items
 * @param <Q> the type of the query
 */
final class PagesAhead<T, Q extends PageQuery<Q>> {

	private final Q first;

	private final Function<Q, Mono<Page<T>>> list;

	private final PageProgress progress = new PageProgress();

	private long start;

	private volatile long total = Long.MAX_VALUE;

	private boolean finished;

	private PagesAhead(Q first, Function<Q, Mono<Page<T>>> list) {
		this.first = first;
		this.list = list;
		this.start = first.start();
	}

	static <T, Q extends PageQuery<Q>> Flux<T> items(Q first, Function<Q, Mono<Page<T>>> list) {
		return Flux.defer(() -> new PagesAhead<>(first, list).steps()).concatMapIterable(PageStep::items, 1);
	}

	/** The total count is known with the first page, and can grow afterwards. */
	private Flux<PageStep<T, Q>> steps() {
		return Flux.<Long>generate(this::nextStart)
			.flatMapSequential(this::fetch, this.first.pagesAhead(), 1)
			.<PageStep<T, Q>>handle(this::inOrder)
			.repeat(() -> !this.finished);
	}

	private void nextStart(SynchronousSink<Long> sink) {
		if (this.start < this.total) {
			sink.next(this.start);
			this.start += this.first.pageSize();
		}
		else {
			sink.complete();
		}
	}

	/** Fetch a page. A failure is emitted after the preceding pages. */
	private Mono<Signal<PageStep<T, Q>>> fetch(long start) {
		return Mono.defer(() -> PagesInTurn.fetch(queryAt(start), this.list)).materialize();
	}

	private Q queryAt(long start) {
		return (start == this.first.start()) ? this.first : this.first.offset(Math.toIntExact(start));
	}

	private void inOrder(Signal<PageStep<T, Q>> signal, SynchronousSink<PageStep<T, Q>> sink) {
		Throwable failure = signal.getThrowable();
		PageStep<T, Q> step = signal.get();
		if (failure != null) {
			sink.error(failure);
		}
		else if (step != null) {
			check(step);
			sink.next(step);
			if (this.finished) {
				sink.complete();
			}
		}
	}

	private void check(PageStep<T, Q> step) {
		this.progress.check(step);
		this.finished = step.isLast();
		Assert.state(this.finished || !step.isShort(), () -> "The page at " + step.query().start() + " has "
				+ step.size() + " items, but its limit is " + step.query().pageSize() + "; disable readAhead");
		Long total = step.page().totalCount();
		this.total = (total != null && total >= step.end()) ? total : Long.MAX_VALUE;
	}

}
