package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;

/**
 * Limits the time of an attempt, from the acquisition of a connection to the last byte of
 * the response. The connection is closed on timeout. There is one timer for an attempt,
 * on the event loop of its connection, so that a timeout and a buffer are never
 * concurrent.
 */
class AttemptTimer {

	private final Sinks.Empty<Void> expired = Sinks.empty();

	private final Duration limit;

	private volatile boolean timedOut;

	private volatile @Nullable Future<?> timer;

	AttemptTimer(Duration limit) {
		this.limit = limit;
	}

	void start(ClientHttpRequest request) {
		Connection connection = request.getNativeRequest();
		this.timer = connection.channel()
			.eventLoop()
			.schedule(this::expire, this.limit.toMillis(), TimeUnit.MILLISECONDS);
	}

	Mono<ClientHttpResponse> limit(Mono<ClientHttpResponse> response) {
		return response.takeUntilOther(this.expired.asMono())
			.switchIfEmpty(Mono.error(this::exception))
			.doOnError((ex) -> stop())
			.doOnCancel(this::stop)
			.map(LimitedResponse::new);
	}

	/** Completion of the other publisher cancels the response, unlike its error. */
	private void expire() {
		this.timedOut = true;
		this.expired.tryEmitEmpty();
	}

	private ResponseTimeoutException exception() {
		return new ResponseTimeoutException(this.limit);
	}

	private void stop() {
		Future<?> timer = this.timer;
		if (timer != null) {
			timer.cancel(false);
		}
	}

	private final class LimitedResponse extends ClientHttpResponseDecorator {

		private LimitedResponse(ClientHttpResponse delegate) {
			super(delegate);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			Mono<DataBuffer> end = Mono
				.defer(() -> AttemptTimer.this.timedOut ? Mono.error(exception()) : Mono.empty());
			return super.getBody().takeUntilOther(AttemptTimer.this.expired.asMono())
				.concatWith(end)
				.doFinally((signal) -> stop());
		}

	}

}
