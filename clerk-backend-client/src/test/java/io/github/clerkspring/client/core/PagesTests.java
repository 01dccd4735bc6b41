package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final AtomicInteger calls = new AtomicInteger();

	private final List<Integer> items = new ArrayList<>(IntStream.range(0, 10).boxed().toList());

	@Test
	void pagesAreEmittedInOrder() {
		StepVerifier.create(stream(3)).expectNextSequence(this.items).expectComplete().verify(LIMIT);
		assertThat(this.calls).hasValue(4);
	}

	@Test
	void pageIsFetchedOnlyOnDemand() {
		Flux<Integer> stream = stream(3);
		assertThat(this.calls).hasValue(0);
		StepVerifier.create(stream.take(2)).expectNext(0, 1).expectComplete().verify(LIMIT);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void aPageIsFetchedForEachDemand() {
		StepVerifier.create(stream(3), 0)
			.then(() -> assertThat(this.calls).hasValue(0))
			.thenRequest(3)
			.expectNext(0, 1, 2)
			.then(() -> assertThat(this.calls).hasValue(1))
			.thenRequest(1)
			.expectNext(3)
			.then(() -> assertThat(this.calls).hasValue(2))
			.thenRequest(3)
			.expectNext(4, 5, 6)
			.then(() -> assertThat(this.calls).hasValue(3))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void totalAvoidsTheCallAfterTheLastPage() {
		StepVerifier.create(Pages.stream(TestQuery.create().limit(5), this::listWithTotal))
			.expectNextSequence(this.items)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void shortPageIsNotTheLastIfTheTotalIsGreater() {
		StepVerifier
			.create(Pages.stream(TestQuery.create().limit(5),
					(query) -> listWithTotal(query.limit(Math.min(query.pageSize(), 2)))))
			.expectNextSequence(this.items)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void pageHasOneHundredItemsByDefault() {
		List<Integer> limits = new ArrayList<>();
		Pages.stream(TestQuery.create(), (query) -> {
			limits.add(query.pageSize());
			return list(query);
		}).blockLast(LIMIT);
		assertThat(limits).containsExactly(100);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void nullIsNotAnItem() {
		Page<Integer> page = new Page<>(Arrays.asList(null, 1, null), null);
		StepVerifier.create(Pages.stream(TestQuery.create().limit(5), (query) -> Mono.just(page)))
			.expectNext(1)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void theStreamBeginsAtTheOffsetOfTheQuery() {
		StepVerifier.create(Pages.stream(TestQuery.create().limit(3).offset(7), this::list))
			.expectNext(7, 8, 9)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aCursorNeitherSkipsNorRepeatsWhenItemsAreAddedMeanwhile() {
		Flux<Integer> stream = Pages.stream(TestQuery.create().limit(3), this::listAfter, TestQuery::after)
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
	void errorEndsTheStreamAfterEarlierItems() {
		Flux<Integer> stream = Pages.stream(TestQuery.create().limit(3),
				(query) -> (query.start() == 0) ? list(query) : Mono.error(new IllegalStateException("planned")));
		StepVerifier.create(stream).expectNext(0, 1, 2).expectErrorMessage("planned").verify(LIMIT);
	}

	private Flux<Integer> stream(int limit) {
		return Pages.stream(TestQuery.create().limit(limit), this::list);
	}

	private Mono<Page<Integer>> list(TestQuery query) {
		return page(query.start(), query.pageSize());
	}

	private Mono<Page<Integer>> listWithTotal(TestQuery query) {
		return list(query).map((page) -> new Page<>(page.data(), (long) this.items.size()));
	}

	private Mono<Page<Integer>> listAfter(TestQuery query) {
		Object after = query.fields().get("starting_after");
		return page((after != null) ? this.items.indexOf(after) + 1 : 0, query.pageSize());
	}

	private Mono<Page<Integer>> page(int start, int size) {
		return Mono.fromCallable(() -> {
			this.calls.incrementAndGet();
			return new Page<>(List.copyOf(this.items.subList(start, Math.min(start + size, this.items.size()))), null);
		});
	}

}
