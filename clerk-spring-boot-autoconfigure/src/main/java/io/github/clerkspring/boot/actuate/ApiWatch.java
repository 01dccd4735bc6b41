package io.github.clerkspring.boot.actuate;

import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.actuate.ApiState.Failure;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.RetryListener;

/**
 * Observer of the calls of the application, which provides the state of the API without
 * additional calls.
 */
class ApiWatch implements ExchangeFilterFunction, RetryListener {

	private final Clock clock;

	private volatile ApiState state = ApiState.NEW;

	ApiWatch(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request)
			.doOnNext((response) -> update((state) -> state.answered(this.clock.instant())))
			.doOnError(this::onError);
	}

	@Override
	public void onRetry(String operation, Reason reason, Duration wait) {
		if (reason == Reason.RATE_LIMITED) {
			limited(wait);
		}
	}

	ApiState state() {
		return this.state;
	}

	private void onError(Throwable ex) {
		// Failures before the request was sent are unrelated to the state of Clerk
		if (!(ex instanceof ClerkApiException || ex instanceof WebClientRequestException)) {
			return;
		}
		if (ex instanceof ClerkApiException.RateLimited limit) {
			limited(limit.retryAfter());
		}
		Failure failure = failure(ex);
		update((state) -> (failure != null) ? state.failed(failure, this.clock.instant())
				: state.answered(this.clock.instant()));
	}

	private synchronized void update(UnaryOperator<ApiState> change) {
		this.state = change.apply(this.state);
	}

	private void limited(@Nullable Duration wait) {
		update((state) -> state.limited(wait, this.clock.instant()));
	}

	private static @Nullable Failure failure(Throwable ex) {
		if (!(ex instanceof ClerkApiException failure)) {
			return Failure.UNREACHABLE;
		}
		if (failure.hasCode("clerk_key_invalid")) {
			return Failure.SECRET_KEY_INVALID;
		}
		return (failure instanceof ClerkApiException.ServerError) ? Failure.SERVER_ERROR : null;
	}

}
