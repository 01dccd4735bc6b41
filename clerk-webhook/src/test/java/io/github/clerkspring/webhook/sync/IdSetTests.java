package io.github.clerkspring.webhook.sync;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdSetTests {

	@Test
	void containsWhatWasAdded() {
		IdSet ids = new IdSet();
		assertThat(IntStream.range(0, 100_000).mapToObj((i) -> "user_" + i)).allMatch(ids::add);
		assertThat(IntStream.range(0, 100_000).mapToObj((i) -> "user_" + i)).noneMatch(ids::add);
		assertThat(IntStream.range(0, 100_000).mapToObj((i) -> "user_" + i)).allMatch(ids::contains);
		assertThat(IntStream.range(0, 100_000).mapToObj((i) -> "org_" + i)).noneMatch(ids::contains);
		assertThat(ids.size()).isEqualTo(100_000);
	}

}
