package io.github.clerkspring.client.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryListener.Reason;
import io.github.clerkspring.client.core.RetryPolicy;

/**
 * Repeats a call that Clerk did not execute, or that may be executed twice without harm.
 */
class RetryFilter implements ExchangeFilterFunction {

	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
			HttpMethod.DELETE);

	private static final Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

	private static final int TOO_MANY_REQUESTS = 429;

	private static final Duration FIRST_WAIT = Duration.ofMillis(200);

	private final RetryPolicy policy;

	private final RetryListener listener;

	private final Clock clock;

	RetryFilter(RetryPolicy policy, RetryListener listener, Clock clock) {
		this.policy = policy;
		this.listener = listener;
		this.clock = clock;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> new Call(request, next, Schedulers.parallel()).attempt(1));
	}

	private final class Call {

		private final ClientRequest request;

		private final ExchangeFunction next;

		private final Scheduler scheduler;

		private final long start;

		private Call(ClientRequest request, ExchangeFunction next, Scheduler scheduler) {
			this.request = request;
			this.next = next;
			this.scheduler = scheduler;
			this.start = now();
		}

		private Mono<ClientResponse> attempt(int attempt) {
			return this.next.exchange(this.request)
				.flatMap((response) -> afterAnswer(response, attempt))
				.onErrorResume(WebClientRequestException.class, (ex) -> afterFailure(ex, attempt));
		}

		private Mono<ClientResponse> afterAnswer(ClientResponse response, int attempt) {
			Reason reason = reason(response);
			Duration wait = (reason != null) ? wait(response, attempt) : null;
			return (reason != null && wait != null) ? response.releaseBody().then(repeat(reason, wait, attempt))
					: WholeAnswer.of(this.request, response);
		}

		private Mono<ClientResponse> afterFailure(WebClientRequestException ex, int attempt) {
			if (PoolExhausted.isCauseOf(ex)) {
				return Mono.error(PoolExhausted.explain(ex, this.request));
			}
			Duration wait = isIdempotent() ? affordable(backoff(attempt), attempt) : null;
			return (wait != null) ? repeat(Reason.CONNECTION, wait, attempt) : Mono.error(ex);
		}

		private @Nullable Reason reason(ClientResponse response) {
			int status = response.statusCode().value();
			if (status == TOO_MANY_REQUESTS) {
				return Reason.RATE_LIMITED;
			}
			return (UNAVAILABLE.contains(status) && isIdempotent()) ? Reason.UNAVAILABLE : null;
		}

		private boolean isIdempotent() {
			return IDEMPOTENT.contains(this.request.method());
		}

		private @Nullable Duration wait(ClientResponse response, int attempt) {
			Duration asked = RetryAfter.read(response.headers().asHttpHeaders(), RetryFilter.this.clock);
			if (asked == null) {
				return affordable(backoff(attempt), attempt);
			}
			return (asked.compareTo(RetryFilter.this.policy.maxRetryAfter()) <= 0)
					? affordable(asked.plusMillis(jitter(FIRST_WAIT)), attempt) : null;
		}

		private @Nullable Duration affordable(Duration wait, int attempt) {
			RetryPolicy policy = RetryFilter.this.policy;
			long elapsed = now() - this.start + wait.toMillis();
			return (attempt < policy.maxAttempts() && elapsed < policy.maxElapsed().toMillis()) ? wait : null;
		}

		private Duration backoff(int attempt) {
			Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
			return wait.plusMillis(jitter(wait));
		}

		private long jitter(Duration wait) {
			return ThreadLocalRandom.current().nextLong(wait.toMillis());
		}

		private Mono<ClientResponse> repeat(Reason reason, Duration wait, int attempt) {
			return Mono.defer(() -> {
				RetryFilter.this.listener.onRetry(OperationAttributes.operation(this.request.attributes()), reason,
						wait);
				return Mono.delay(wait, this.scheduler);
			}).then(Mono.defer(() -> attempt(attempt + 1)));
		}

		private long now() {
			return this.scheduler.now(TimeUnit.MILLISECONDS);
		}

	}

}
