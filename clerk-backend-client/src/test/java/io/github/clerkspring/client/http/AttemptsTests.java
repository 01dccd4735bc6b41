package io.github.clerkspring.client.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.core.RetryPolicy;
import io.github.clerkspring.client.http.ScriptedServer.Failure;
import io.github.clerkspring.client.user.UserOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However one failure follows another, a call has no more attempts than it is allowed.
 */
class AttemptsTests {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration IMPATIENCE = Duration.ofMillis(300);

	private static final int CALLS_AT_ONCE = 49;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
	void noCombinationOfFailuresHasMoreAttemptsThanAllowed(int maxAttempts) {
		RetryPolicy policy = new RetryPolicy(maxAttempts, LIMIT, Duration.ofSeconds(1));
		StepVerifier
			.create(Flux.fromStream(combinations())
				.flatMap((combination) -> run(combination, policy).subscribeOn(Schedulers.boundedElastic()),
						CALLS_AT_ONCE)
				.doOnNext((result) -> result.check(maxAttempts)))
			.expectNextCount(2 * Failure.values().length * Failure.values().length)
			.expectComplete()
			.verify(LIMIT);
	}

	private static Stream<Combination> combinations() {
		return Stream.of(true, false)
			.flatMap((idempotent) -> Stream.of(Failure.values())
				.flatMap((first) -> Stream.of(Failure.values())
					.map((second) -> new Combination(idempotent, List.of(first, second)))));
	}

	private static Mono<Result> run(Combination combination, RetryPolicy policy) {
		return Mono.using(() -> new ScriptedServer(combination.script()), (server) -> {
			UserOperations users = TestServices.users(server.httpClient(), server.url(), policy,
					combination.patience());
			Mono<?> call = combination.idempotent() ? users.get("user_1") : users.verifyPassword("user_1", "secret");
			return call.materialize()
				.filter(Signal::isOnError)
				.map((failure) -> new Result(combination, server.attempts(), server.requests()));
		}, AttemptsTests::close);
	}

	private static void close(ScriptedServer server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Combination(boolean idempotent, List<Failure> script) {

		/** Wait no longer than necessary for an answer that never comes. */
		Duration patience() {
			return this.script.contains(Failure.SILENT) ? IMPATIENCE : PATIENCE;
		}

		boolean isSilentThroughout() {
			return this.script.stream().allMatch(Failure.SILENT::equals);
		}

		int attempts(int maxAttempts) {
			for (int attempt = 1; attempt < maxAttempts; attempt++) {
				if (!this.script.get((attempt - 1) % this.script.size()).isRepeated(this.idempotent)) {
					return attempt;
				}
			}
			return maxAttempts;
		}

	}

	private record Result(Combination combination, int attempts, int requests) {

		/** A slow machine may let any attempt of an impatient call time out. */
		private void check(int maxAttempts) {
			assertThat(this.attempts).as(toString()).isLessThanOrEqualTo(maxAttempts);
			assertThat(this.requests).as(toString()).isLessThanOrEqualTo(this.attempts);
			if (this.combination.patience().equals(PATIENCE) || this.combination.isSilentThroughout()) {
				assertThat(this.attempts).as(toString()).isEqualTo(this.combination.attempts(maxAttempts));
			}
		}

	}

}
