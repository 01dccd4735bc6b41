package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryListener.Reason;
import io.github.clerkspring.client.core.RetryPolicy;

/**
 * Retries calls that Clerk did not execute or that are idempotent, within the limits of a
 * {@link RetryPolicy} and a {@link RetryBudget}.
 */
class RetryFilter implements ExchangeFilterFunction {

	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
			HttpMethod.DELETE);

	private static final Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

	private static final Log logger = LogFactory.getLog(RetryFilter.class);

	private final RetryPolicy policy;

	private final Duration callTimeout;

	private final RetryListener listener;

	private final Backoff backoff;

	private final RetryBudget budget;

	private final int bodyLimit;

	private final AtomicBoolean listenerFailed = new AtomicBoolean();

	/**
	 * Create the filter of a client.
	 * @param policy the retry policy
	 * @param callTimeout the time limit for a call, including all attempts
	 * @param listener the listener for retries
	 * @param backoff the backoff between attempts
	 * @param bodyLimit the maximum size of a body that is buffered for retries, in bytes
	 */
	RetryFilter(RetryPolicy policy, Duration callTimeout, RetryListener listener, Backoff backoff, int bodyLimit) {
		this.policy = policy;
		this.callTimeout = callTimeout;
		this.listener = listener;
		this.backoff = backoff;
		this.budget = new RetryBudget(policy.budget());
		this.bodyLimit = bodyLimit;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> new Call(request, next, Schedulers.parallel()).execute());
	}

	private final class Call {

		private final ClientRequest request;

		private final RepeatableBody body;

		private final ExchangeFunction next;

		private final Scheduler scheduler;

		private final String operation;

		private final long start;

		private volatile int attempts;

		private Call(ClientRequest request, ExchangeFunction next, Scheduler scheduler) {
			this.request = request;
			this.body = new RepeatableBody(request, RetryFilter.this.bodyLimit);
			this.next = next;
			this.scheduler = scheduler;
			this.operation = OperationAttributes.operation(request.attributes());
			this.start = now();
		}

		private Mono<ClientResponse> execute() {
			return new MonoOperator<ClientResponse, ClientResponse>(attempt(1)) {

				@Override
				public void subscribe(CoreSubscriber<? super ClientResponse> actual) {
					this.source.subscribe(new CallLimit(actual, Call.this));
				}

			};
		}

		private Mono<ClientResponse> attempt(int attempt) {
			this.attempts = attempt;
			return this.next.exchange(this.body.request()).onErrorResume((ex) -> afterFailure(ex, attempt));
		}

		private Mono<ClientResponse> afterFailure(Throwable ex, int attempt) {
			Throwable failure = ConnectionFailure.explain(ex, this.request);
			Reason reason = this.body.isRepeatable() ? reason(failure) : null;
			Duration wait = (reason != null) ? wait(failure, attempt) : null;
			if (reason == null || wait == null) {
				return Mono.error(failure);
			}
			if (!RetryFilter.this.budget.take()) {
				tell((listener) -> listener.onBudgetExhausted(this.operation, reason));
				return Mono.error(failure);
			}
			tell((listener) -> listener.onRetry(this.operation, reason, wait));
			return Mono.delay(wait, this.scheduler).then(Mono.defer(() -> attempt(attempt + 1)));
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
			RetryPolicy policy = RetryFilter.this.policy.effectiveFor(this.request.attributes());
			Duration asked = (failure instanceof ClerkApiException ex) ? ex.retryAfter() : null;
			if (attempt >= policy.maxAttempts() || (asked != null && asked.compareTo(policy.maxRetryAfter()) > 0)) {
				return null;
			}
			Duration wait = RetryFilter.this.backoff.after(attempt, asked);
			Duration elapsed = Duration.ofMillis(now() - this.start).plus(wait);
			return (elapsed.compareTo(policy.maxElapsed()) < 0) ? wait : null;
		}

		private void tell(Consumer<RetryListener> event) {
			try {
				event.accept(RetryFilter.this.listener);
			}
			catch (RuntimeException ex) {
				if (!RetryFilter.this.listenerFailed.getAndSet(true)) {
					logger.warn("A RetryListener failed. Calls are not affected; further failures are not logged", ex);
				}
			}
		}

		private Disposable schedule(Runnable expiry) {
			return this.scheduler.schedule(expiry, RetryFilter.this.callTimeout.toMillis(), TimeUnit.MILLISECONDS);
		}

		private Throwable timeout() {
			String message = this.operation + ": not complete within "
					+ ResponseTimeoutException.describe(RetryFilter.this.callTimeout)
					+ " (clerk.client.call-timeout), in attempt " + this.attempts;
			return ConnectionFailure.exception(new TimeoutException(message), this.request);
		}

		private long now() {
			return this.scheduler.now(TimeUnit.MILLISECONDS);
		}

	}

	/** Limits the time of a call, including all attempts. */
	private final class CallLimit extends TimeLimit<ClientResponse> {

		private final Call call;

		private CallLimit(CoreSubscriber<? super ClientResponse> actual, Call call) {
			super(actual);
			this.call = call;
		}

		@Override
		public void onSubscribe(Subscription upstream) {
			super.onSubscribe(upstream);
			start(this.call::schedule);
		}

		@Override
		void accept(ClientResponse response) {
			super.accept(response);
			RetryFilter.this.budget.giveBack();
		}

		@Override
		Throwable timeout() {
			return this.call.timeout();
		}

	}

}
