package io.github.clerkspring.client.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long calls wait, in virtual time.
 */
class RetryFilterTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

	private final AtomicInteger attempts = new AtomicInteger();

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT", "DELETE", "POST", "PATCH" })
	void callsOfAnyMethodWaitAsRequested(String method) {
		StepVerifier.withVirtualTime(() -> call(method, Duration.ZERO, limited("7"), ok()))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(7).plusMillis(874))
			.then(() -> assertThat(this.attempts).hasValue(1))
			.thenAwait(Duration.ofMillis(1))
			.expectNext(200)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.attempts).hasValue(2);
	}

	@Test
	void theWaitMayBeADate() {
		StepVerifier.withVirtualTime(() -> call("POST", Duration.ZERO, limited("Thu, 26 Nov 2026 12:00:03 GMT"), ok()))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(3))
			.thenAwait(Duration.ofMillis(375))
			.expectNext(200)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aLongerWaitThanAllowedFailsAtOnce() {
		aLongerWaitThanAllowed("11");
	}

	private void aLongerWaitThanAllowed(String retryAfter) {
		StepVerifier.withVirtualTime(() -> call("GET", Duration.ZERO, limited(retryAfter), ok()))
			.expectNext(429)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.attempts).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999999", "Fri, 31 Dec 9999 23:59:59 GMT" })
	void excessiveWaitIsTooLong(String retryAfter) {
		aLongerWaitThanAllowed(retryAfter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5", "soon", "" })
	void invalidWaitUsesTheBackoff(String retryAfter) {
		StepVerifier.withVirtualTime(() -> call("GET", Duration.ZERO, limited(retryAfter), ok()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(299))
			.thenAwait(Duration.ofMillis(1))
			.expectNext(200)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void waitsGrowAndAreJittered() {
		StepVerifier.withVirtualTime(() -> call("GET", Duration.ZERO, unavailable(), unavailable(), ok()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(299))
			.then(() -> assertThat(this.attempts).hasValue(1))
			.thenAwait(Duration.ofMillis(1))
			.then(() -> assertThat(this.attempts).hasValue(2))
			.expectNoEvent(Duration.ofMillis(599))
			.thenAwait(Duration.ofMillis(1))
			.expectNext(200)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.attempts).hasValue(3);
	}

	@Test
	void thereAreThreeAttemptsAtMost() {
		StepVerifier.withVirtualTime(() -> call("GET", Duration.ZERO, limited("1"), unavailable(), limited("1"), ok()))
			.thenAwait(Duration.ofSeconds(30))
			.expectNext(429)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.attempts).hasValue(3);
	}

	@Test
	void noAttemptStartsAfterThirtySeconds() {
		StepVerifier.withVirtualTime(() -> call("GET", Duration.ofSeconds(16), unavailable(), unavailable(), ok()))
			.thenAwait(Duration.ofMinutes(2))
			.expectNext(503)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.attempts).hasValue(2);
	}

	@Test
	void cancelledCallIsNotRetried() {
		StepVerifier.withVirtualTime(() -> call("GET", Duration.ZERO, limited("5"), ok()))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(1))
			.thenCancel()
			.verify(LIMIT);
		assertThat(this.attempts).hasValue(1);
	}

	private Mono<Integer> call(String method, Duration duration, ClientResponse... answers) {
		Queue<ClientResponse> queue = new ArrayDeque<>(Arrays.asList(answers));
		ExchangeFilterFunction filter = new RetryFilter(RetryPolicy.DEFAULT, Duration.ofMinutes(2),
				(operation, reason, wait) -> {
				}, new Backoff(() -> 0.5), 1_000)
			.andThen(new ClerkErrorHandler(ClerkJsonMapper.create(), Clock.fixed(NOW, ZoneOffset.UTC)));
		ClientRequest request = ClientRequest
			.create(HttpMethod.valueOf(method), URI.create("https://api.example.com/v1/users"))
			.build();
		return filter.filter(request, (attempt) -> Mono.defer(() -> {
			this.attempts.incrementAndGet();
			Mono<ClientResponse> answer = Mono.just(queue.remove());
			return duration.isZero() ? answer : answer.delayElement(duration);
		}))
			.map((response) -> response.statusCode().value())
			.onErrorResume(ClerkApiException.class, (ex) -> Mono.just(ex.status()));
	}

	private static ClientResponse limited(String retryAfter) {
		return answer(HttpStatus.TOO_MANY_REQUESTS, retryAfter);
	}

	private static ClientResponse unavailable() {
		return answer(HttpStatus.SERVICE_UNAVAILABLE, null);
	}

	private static ClientResponse ok() {
		return answer(HttpStatus.OK, null);
	}

	private static ClientResponse answer(HttpStatus status, @Nullable String retryAfter) {
		return ClientResponse.create(status)
			.headers((headers) -> headers.addAll("Retry-After", (retryAfter != null) ? List.of(retryAfter) : List.of()))
			.build();
	}

}
