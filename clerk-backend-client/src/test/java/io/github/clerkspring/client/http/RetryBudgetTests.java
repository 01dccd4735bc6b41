package io.github.clerkspring.client.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What repetitions do to a failing server, in virtual time.
 */
class RetryBudgetTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int WINDOW_SECONDS = 10;

	private static final int WINDOW_REQUESTS = 100;

	private final List<String> told = new ArrayList<>();

	private VirtualTimeScheduler time;

	private int requests;

	private long window;

	private int requestsInWindow;

	private Supplier<ClientResponse> answer = () -> answer(HttpStatus.SERVICE_UNAVAILABLE, null);

	@BeforeEach
	void begin() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void end() {
		VirtualTimeScheduler.reset();
	}

	@ParameterizedTest
	@ValueSource(ints = { 503, 429 })
	void anOutageCausesATenthMoreRequestsAtMost(int status) {
		this.answer = () -> answer(HttpStatus.valueOf(status), "1");
		ExchangeFilterFunction filter = filter(RetryPolicy.DEFAULT);
		assertThat(failures(filter, 1_000)).isEqualTo(1_000);
		assertThat(this.requests).isEqualTo(1_100);
		assertThat(this.told).filteredOn("exhausted"::equals).hasSizeGreaterThan(900);
		assertThat(failures(filter, 1_000)).isEqualTo(1_000);
		assertThat(this.requests).isEqualTo(2_100);
	}

	@Test
	void callsThatExceedTheRateLimitTogetherAllSucceed() {
		this.answer = this::limited;
		assertThat(failures(filter(RetryPolicy.DEFAULT), 2 * WINDOW_REQUESTS)).isZero();
		assertThat(this.requests).isEqualTo(3 * WINDOW_REQUESTS);
		assertThat(this.told).doesNotContain("exhausted");
	}

	@Test
	void successfulCallRestoresOneRetry() {
		ExchangeFilterFunction filter = filter(RetryPolicy.DEFAULT);
		failures(filter, 1_000);
		this.answer = () -> answer(HttpStatus.OK, null);
		assertThat(failures(filter, 1)).isZero();
		this.answer = () -> answer(HttpStatus.SERVICE_UNAVAILABLE, null);
		this.requests = 0;
		assertThat(failures(filter, 2)).isEqualTo(2);
		assertThat(this.requests).isEqualTo(3);
	}

	@Test
	void noSuccessFillsTheBudgetBeyondItsCapacity() {
		ExchangeFilterFunction filter = filter(new RetryPolicy(3, LIMIT, LIMIT, 5));
		this.answer = () -> answer(HttpStatus.OK, null);
		failures(filter, 50);
		this.answer = () -> answer(HttpStatus.BAD_GATEWAY, null);
		this.requests = 0;
		failures(filter, 50);
		assertThat(this.requests).isEqualTo(55);
	}

	@Test
	void refusalRestoresNoRetry() {
		ExchangeFilterFunction filter = filter(new RetryPolicy(3, LIMIT, LIMIT, 1));
		failures(filter, 10);
		this.answer = () -> answer(HttpStatus.NOT_FOUND, null);
		failures(filter, 10);
		this.answer = () -> answer(HttpStatus.SERVICE_UNAVAILABLE, null);
		this.requests = 0;
		failures(filter, 1);
		assertThat(this.requests).isEqualTo(1);
	}

	@Test
	void noRetriesWithoutBudget() {
		assertThat(failures(filter(new RetryPolicy(6, LIMIT, LIMIT, 0)), 10)).isEqualTo(10);
		assertThat(this.requests).isEqualTo(10);
		assertThat(this.told).containsOnly("exhausted").hasSize(10);
	}

	/** Make calls at once and count those that fail. */
	private int failures(ExchangeFilterFunction filter, int calls) {
		List<Throwable> failures = new ArrayList<>();
		StepVerifier
			.create(Flux.range(0, calls)
				.flatMap((index) -> call(filter).doOnError(failures::add).onErrorResume((ex) -> Mono.empty()), calls)
				.then())
			.then(() -> this.time.advanceTimeBy(Duration.ofMinutes(2)))
			.expectComplete()
			.verify(LIMIT);
		assertThat(failures).allSatisfy((ex) -> assertThat(ex).isInstanceOf(ClerkApiException.class));
		return failures.size();
	}

	private Mono<ClientResponse> call(ExchangeFilterFunction filter) {
		ClientRequest request = ClientRequest.create(HttpMethod.GET, URI.create("https://api.example.com/v1/users"))
			.build();
		return filter.filter(request, (attempt) -> Mono.fromSupplier(() -> {
			this.requests++;
			return this.answer.get();
		}));
	}

	/** Answer as a server that allows so many requests in each window of time. */
	private ClientResponse limited() {
		long now = this.time.now(TimeUnit.SECONDS);
		if (now / WINDOW_SECONDS != this.window) {
			this.window = now / WINDOW_SECONDS;
			this.requestsInWindow = 0;
		}
		this.requestsInWindow++;
		return (this.requestsInWindow <= WINDOW_REQUESTS) ? answer(HttpStatus.OK, null)
				: answer(HttpStatus.TOO_MANY_REQUESTS, Long.toString(WINDOW_SECONDS - now % WINDOW_SECONDS));
	}

	private ExchangeFilterFunction filter(RetryPolicy policy) {
		RetryListener listener = new RetryListener() {

			@Override
			public void onRetry(String operation, Reason reason, Duration wait) {
				RetryBudgetTests.this.told.add("retry");
			}

			@Override
			public void onBudgetExhausted(String operation, Reason reason) {
				RetryBudgetTests.this.told.add("exhausted");
			}

		};
		return new RetryFilter(policy, Duration.ofMinutes(1), listener, new Backoff(new Random(1)::nextDouble), 1_000)
			.andThen(new ClerkErrorHandler(ClerkJsonMapper.create(), Clock.systemUTC()));
	}

	private static ClientResponse answer(HttpStatus status, String retryAfter) {
		return ClientResponse.create(status)
			.headers((headers) -> headers.addAll("Retry-After", (retryAfter != null) ? List.of(retryAfter) : List.of()))
			.build();
	}

}
