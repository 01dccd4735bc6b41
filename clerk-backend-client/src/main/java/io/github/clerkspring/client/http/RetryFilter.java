package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.client.core.ClerkApiException;
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

	private static final Duration FIRST_WAIT = Duration.ofMillis(200);

	private final RetryPolicy policy;

	private final Duration callTimeout;

	private final RetryListener listener;

	RetryFilter(RetryPolicy policy, Duration callTimeout, RetryListener listener) {
		this.policy = policy;
		this.callTimeout = callTimeout;
		this.listener = listener;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> new Call(request, next, Schedulers.parallel()).execute());
	}

	private final class Call {

		private final ClientRequest request;

		private final ExchangeFunction next;

		private final Scheduler scheduler;

		private final long start;

		private volatile int attempts;

		private Call(ClientRequest request, ExchangeFunction next, Scheduler scheduler) {
			this.request = request;
			this.next = next;
			this.scheduler = scheduler;
			this.start = now();
		}

		private Mono<ClientResponse> execute() {
			return attempt(1).timeout(RetryFilter.this.callTimeout, Mono.error(this::timeout), this.scheduler);
		}

		private Mono<ClientResponse> attempt(int attempt) {
			this.attempts = attempt;
			return this.next.exchange(this.request).onErrorResume((ex) -> afterFailure(ex, attempt));
		}

		private Mono<ClientResponse> afterFailure(Throwable ex, int attempt) {
			Throwable failure = ConnectionFailure.explain(ex, this.request);
			Reason reason = reason(failure);
			Duration wait = (reason != null) ? wait(failure, attempt) : null;
			return (reason != null && wait != null) ? repeat(reason, wait, attempt) : Mono.error(failure);
		}

		private @Nullable Reason reason(Throwable failure) {
			if (failure instanceof ClerkApiException.RateLimited) {
				return Reason.RATE_LIMITED;
			}
			if (!IDEMPOTENT.contains(this.request.method())) {
				return null;
			}
			if (failure instanceof ClerkApiException ex && UNAVAILABLE.contains(ex.status())) {
				return Reason.UNAVAILABLE;
			}
			return ConnectionFailure.isTransient(failure) ? Reason.CONNECTION : null;
		}

		private @Nullable Duration wait(Throwable failure, int attempt) {
			RetryPolicy policy = RetryFilter.this.policy;
			Duration asked = (failure instanceof ClerkApiException ex) ? ex.retryAfter() : null;
			if (attempt >= policy.maxAttempts() || (asked != null && asked.compareTo(policy.maxRetryAfter()) > 0)) {
				return null;
			}
			Duration wait = (asked != null) ? asked.plusMillis(jitter(FIRST_WAIT)) : backoff(attempt);
			Duration elapsed = Duration.ofMillis(now() - this.start).plus(wait);
			return (elapsed.compareTo(policy.maxElapsed()) < 0) ? wait : null;
		}

		private Duration backoff(int attempt) {
			Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
			return wait.plusMillis(jitter(wait));
		}

		private long jitter(Duration wait) {
			return ThreadLocalRandom.current().nextLong(wait.toMillis());
		}

		private Mono<ClientResponse> repeat(Reason reason, Duration wait, int attempt) {
			RetryFilter.this.listener.onRetry(OperationAttributes.operation(this.request.attributes()), reason, wait);
			return Mono.delay(wait, this.scheduler).then(Mono.defer(() -> attempt(attempt + 1)));
		}

		private Throwable timeout() {
			String message = OperationAttributes.operation(this.request.attributes()) + ": not complete within "
					+ ResponseTimeoutException.describe(RetryFilter.this.callTimeout)
					+ " (clerk.client.call-timeout), in attempt " + this.attempts;
			return ConnectionFailure.exception(new TimeoutException(message), this.request);
		}

		private long now() {
			return this.scheduler.now(TimeUnit.MILLISECONDS);
		}

	}

}
