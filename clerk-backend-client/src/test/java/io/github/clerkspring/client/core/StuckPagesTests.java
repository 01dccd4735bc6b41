package io.github.clerkspring.client.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists whose pages do not advance end the stream, in turn and ahead. */
class StuckPagesTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	static Stream<Named<Function<TestQuery, Page<Integer>>>> stuckLists() {
		return Stream.of(named("all items whatever the limit", (query) -> page(0, 1000, null)),
				named("all items from the offset on", (query) -> page(query.start(), 1000, null)),
				named("one page for ever", (query) -> page(0, query.pageSize(), null)),
				named("one page for ever with a total", (query) -> page(0, query.pageSize(), 1000L)),
				named("two pages in turn", (query) -> page(query.start() % 20, query.pageSize(), null)),
				named("empty pages before the total", (query) -> page(0, (query.start() < 30) ? 10 : 0, 1000L)),
				named("empty first page with a total", (query) -> page(0, 0, 1L)));
	}

	@ParameterizedTest
	@MethodSource("stuckLists")
	void endTheStreamWithAnError(Function<TestQuery, Page<Integer>> list) {
		verifyError(Pages.stream(TestQuery.create().limit(10), (query) -> Mono.fromSupplier(() -> list.apply(query))));
	}

	@ParameterizedTest
	@MethodSource("stuckLists")
	void endTheStreamAheadWithAnError(Function<TestQuery, Page<Integer>> list) {
		verifyError(Pages.stream(TestQuery.create().limit(10).readAhead(3),
				(query) -> Mono.fromSupplier(() -> list.apply(query))));
	}

	@Test
	void aCursorThatIsIgnoredEndsTheStreamWithAnError() {
		verifyError(
				Pages.stream(TestQuery.create().limit(10), (query) -> Mono.just(page(0, 10, null)), TestQuery::after));
	}

	@Test
	void aListWithoutAPageEndsTheStreamWithAnError() {
		verifyError(Pages.stream(TestQuery.create(), (query) -> Mono.<Page<Integer>>empty()));
	}

	@Test
	void itemsAddedInFrontShiftThePagesWithoutError() {
		List<Integer> items = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
		Flux<Integer> stream = Pages.stream(TestQuery.create().limit(10), (query) -> Mono.fromSupplier(() -> {
			Page<Integer> page = new Page<>(
					List.copyOf(items.subList(query.start(), Math.min(items.size(), query.start() + 10))),
					(long) items.size());
			if (query.start() == 0) {
				items.addAll(0, IntStream.range(-10, 0).boxed().toList());
			}
			return page;
		}));
		StepVerifier.create(stream).expectNextCount(50).expectComplete().verify(LIMIT);
	}

	private static void verifyError(Flux<Integer> stream) {
		StepVerifier.create(stream.take(10_000).then())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
				.hasMessageMatching("The (list|page) .*"))
			.verify(LIMIT);
	}

	private static Named<Function<TestQuery, Page<Integer>>> named(String name,
			Function<TestQuery, Page<Integer>> list) {
		return Named.of(name, list);
	}

	private static Page<Integer> page(int start, int size, @Nullable Long total) {
		return new Page<>(IntStream.range(start, start + size).boxed().toList(), total);
	}

}
