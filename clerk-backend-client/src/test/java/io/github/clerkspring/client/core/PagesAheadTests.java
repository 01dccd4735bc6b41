package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PagesAheadTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Map<Integer, Sinks.One<Page<Integer>>> calls = new ConcurrentSkipListMap<>();

	private final Map<Integer, Boolean> cancelled = new ConcurrentSkipListMap<>();

	@Test
	void pagesAheadAreFetchedAtTheSameTimeAndKeepTheirOrder() {
		StepVerifier.create(stream(3), 1)
			.then(() -> assertThat(this.calls.keySet()).containsExactly(0, 10, 20))
			.then(() -> answer(20, 10, null))
			.then(() -> answer(10, 10, null))
			.then(() -> assertThat(this.calls).hasSize(3))
			.then(() -> answer(0, 10, null))
			.expectNext(0)
			.then(() -> assertThat(this.calls.keySet()).containsExactly(0, 10, 20, 30))
			.then(() -> answer(30, 10, null))
			.then(() -> assertThat(this.calls).hasSize(4))
			.thenRequest(9)
			.expectNextSequence(range(1, 10))
			.thenRequest(30)
			.expectNextSequence(range(10, 40))
			.then(() -> assertThat(this.calls.keySet()).hasSizeLessThanOrEqualTo(7).contains(40, 50))
			.then(() -> answer(40, 4, null))
			.thenRequest(Long.MAX_VALUE)
			.expectNextSequence(range(40, 44))
			.expectComplete()
			.verify(LIMIT);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 16 })
	void noMorePagesAreHeldThanAllowed(int pages) {
		StepVerifier.create(stream(pages), 1)
			.then(() -> answer(0, 10, 1_000_000L))
			.expectNext(0)
			.then(() -> IntStream.rangeClosed(1, pages).forEach((page) -> answer(page * 10, 10, 1_000_000L)))
			.then(() -> assertThat(this.calls).hasSize(1 + pages))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void theTotalOfTheFirstPageLimitsThePagesAhead() {
		StepVerifier.create(stream(2))
			.then(() -> answer(0, 10, 25L))
			.expectNextSequence(range(0, 10))
			.then(() -> assertThat(this.calls.keySet()).containsExactly(0, 10, 20))
			.then(() -> answer(20, 5, 25L))
			.then(() -> answer(10, 10, 25L))
			.expectNextSequence(range(10, 25))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.calls.keySet()).containsExactly(0, 10, 20);
	}

	@Test
	void growingTotalIsFollowed() {
		StepVerifier.create(stream(2))
			.then(() -> answer(0, 10, 20L))
			.then(() -> answer(10, 10, 35L))
			.then(() -> answer(20, 10, 35L))
			.then(() -> answer(30, 5, 35L))
			.expectNextSequence(range(0, 35))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void theFirstPageOfAShortListCancelsThePagesAhead() {
		StepVerifier.create(stream(4))
			.then(() -> answer(0, 3, null))
			.expectNextSequence(range(0, 3))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.cancelled.keySet()).contains(10, 20, 30);
	}

	@Test
	void aFailureBehindTheEndIsIgnored() {
		StepVerifier.create(stream(4))
			.then(() -> this.calls.get(20).tryEmitError(new IllegalArgumentException("planned")))
			.then(() -> answer(10, 0, 10L))
			.then(() -> answer(0, 10, 10L))
			.expectNextSequence(range(0, 10))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aFirstPageAtTheLargestOffsetIsRead() {
		Flux<Integer> stream = Pages.stream(TestQuery.create().limit(10).offset(Integer.MAX_VALUE).readAhead(4),
				(query) -> Mono.fromSupplier(() -> page(0, 3, null)));
		StepVerifier.create(stream).expectNextSequence(range(0, 3)).expectComplete().verify(LIMIT);
	}

	@Test
	void theFirstPageHasTheQueryOfTheStream() {
		TestQuery query = TestQuery.create().limit(10).readAhead(1);
		Flux<Integer> stream = Pages.stream(query, (page) -> {
			assertThat(page).isEqualTo(query);
			return Mono.fromSupplier(() -> page(0, 3, null));
		});
		StepVerifier.create(stream).expectNextSequence(range(0, 3)).expectComplete().verify(LIMIT);
	}

	@Test
	void errorFollowsTheItemsOfEarlierPages() {
		StepVerifier.create(stream(3))
			.then(() -> answer(0, 10, null))
			.expectNextSequence(range(0, 10))
			.then(() -> this.calls.get(20).tryEmitError(new IllegalArgumentException("planned")))
			.then(() -> answer(10, 10, null))
			.expectNextSequence(range(10, 20))
			.expectErrorMessage("planned")
			.verify(LIMIT);
		assertThat(this.cancelled.keySet()).contains(30);
	}

	@Test
	void cancellationCancelsThePagesAhead() {
		Disposable subscription = stream(3).subscribe();
		assertThat(this.calls.keySet()).containsExactly(0, 10, 20);
		answer(0, 10, null);
		assertThat(this.calls.keySet()).containsExactly(0, 10, 20, 30);
		subscription.dispose();
		assertThat(this.cancelled.keySet()).containsExactly(10, 20, 30);
	}

	@Test
	void subscribersAreIndependent() {
		Flux<Integer> stream = Pages.stream(TestQuery.create().limit(10).readAhead(4),
				(query) -> Mono.fromSupplier(() -> page(query.start(), (query.start() < 90) ? 10 : 5, null)));
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(stream).expectNextSequence(range(0, 95)).expectComplete().verify(LIMIT);
		}
	}

	@Test
	void theStreamBeginsAtTheOffsetOfTheQuery() {
		Flux<Integer> stream = Pages.stream(TestQuery.create().limit(10).offset(15).readAhead(2),
				(query) -> Mono.fromSupplier(() -> page(query.start(), (query.start() < 55) ? 10 : 2, 57L)));
		StepVerifier.create(stream).expectNextSequence(range(15, 57)).expectComplete().verify(LIMIT);
	}

	@Test
	void readAheadIsNotSent() {
		assertThat(TestQuery.create().limit(10).readAhead(3).offset(1).fields()).containsOnlyKeys("limit", "offset");
		assertThat(TestQuery.create().readAhead(3)).isNotEqualTo(TestQuery.create().readAhead(4))
			.hasToString("TestQuery[]");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 17 })
	void pagesAheadAreBounded(int pages) {
		assertThatIllegalArgumentException().isThrownBy(() -> TestQuery.create().readAhead(pages))
			.withMessage("readAhead must be between 1 and 16, not " + pages);
	}

	private Flux<Integer> stream(int pages) {
		return Pages.stream(TestQuery.create().limit(10).readAhead(pages), this::list);
	}

	private Mono<Page<Integer>> list(TestQuery query) {
		Sinks.One<Page<Integer>> call = Sinks.one();
		this.calls.put(query.start(), call);
		return call.asMono().doOnCancel(() -> this.cancelled.put(query.start(), true));
	}

	private void answer(int start, int size, @Nullable Long total) {
		this.calls.get(start).tryEmitValue(page(start, size, total)).orThrow();
	}

	private static Page<Integer> page(int start, int size, @Nullable Long total) {
		return new Page<>(range(start, start + size), total);
	}

	private static List<Integer> range(int start, int end) {
		return IntStream.range(start, end).boxed().toList();
	}

}
