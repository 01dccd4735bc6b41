package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final AtomicInteger calls = new AtomicInteger();

	private final List<Integer> items = new ArrayList<>(IntStream.range(0, 10).boxed().toList());

	@Test
	void allPagesComeInOrder() {
		StepVerifier.create(stream(3)).expectNextSequence(this.items).expectComplete().verify(LIMIT);
		assertThat(this.calls).hasValue(4);
	}

	@Test
	void aPageIsFetchedOnlyWhenItIsWanted() {
		Flux<Integer> stream = stream(3);
		assertThat(this.calls).hasValue(0);
		StepVerifier.create(stream.take(2)).expectNext(0, 1).expectComplete().verify(LIMIT);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void aSlowReaderIsNotReadAheadOf() {
		StepVerifier.create(stream(3), 0)
			.thenRequest(3)
			.expectNext(0, 1, 2)
			.then(() -> assertThat(this.calls.get()).isLessThanOrEqualTo(2))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void theStreamBeginsAtTheOffsetOfTheQuery() {
		StepVerifier.create(Pages.stream(Query.create().limit(3).offset(7), this::list))
			.expectNext(7, 8, 9)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aCursorNeitherSkipsNorRepeatsWhenItemsAreAddedMeanwhile() {
		Flux<Integer> stream = Pages.stream(Query.create().limit(3), this::listAfter, Query::after)
			.doOnNext((item) -> this.items.add(0, -1 - this.items.size()));
		StepVerifier.create(stream)
			.expectNextSequence(IntStream.range(0, 10).boxed().toList())
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void tenThousandPagesDoNotExhaustTheStack() {
		this.items.addAll(IntStream.range(10, 10_000).boxed().toList());
		StepVerifier.create(stream(1).count()).expectNext(10_000L).expectComplete().verify(LIMIT);
	}

	@Test
	void anErrorEndsTheStreamBehindTheItemsBeforeIt() {
		Flux<Integer> stream = Pages.stream(Query.create().limit(3),
				(query) -> (query.start() == 0) ? list(query) : Mono.error(new IllegalStateException("planned")));
		StepVerifier.create(stream).expectNext(0, 1, 2).expectErrorMessage("planned").verify(LIMIT);
	}

	private Flux<Integer> stream(int limit) {
		return Pages.stream(Query.create().limit(limit), this::list);
	}

	private Mono<Page<Integer>> list(Query query) {
		return page(query.start(), query.pageSize());
	}

	private Mono<Page<Integer>> listAfter(Query query) {
		Object after = query.fields().get("starting_after");
		return page((after != null) ? this.items.indexOf(after) + 1 : 0, query.pageSize());
	}

	private Mono<Page<Integer>> page(int start, int size) {
		return Mono.fromCallable(() -> {
			this.calls.incrementAndGet();
			return new Page<>(List.copyOf(this.items.subList(start, Math.min(start + size, this.items.size()))), null);
		});
	}

	private static final class Query extends PageQuery<Query> {

		private Query(Map<String, @Nullable Object> fields) {
			super(fields, Query::new);
		}

		private static Query create() {
			return new Query(Map.of());
		}

		private Query after(Integer item) {
			return set("starting_after", item);
		}

	}

}
