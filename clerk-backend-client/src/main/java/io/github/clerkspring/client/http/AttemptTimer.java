package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Limits the time of an attempt, from the acquisition of a connection to the last byte of
 * the response. The connection is closed on timeout.
 */
class AttemptTimer {

	private final Scheduler scheduler = Schedulers.parallel();

	private final Sinks.Empty<Void> started = Sinks.empty();

	private final Duration limit;

	private volatile long deadline;

	private volatile boolean expired;

	AttemptTimer(Duration limit) {
		this.limit = limit;
	}

	void start() {
		this.deadline = now() + this.limit.toMillis();
		this.started.tryEmitEmpty();
	}

	Mono<ClientHttpResponse> limit(Mono<ClientHttpResponse> response) {
		return response.timeout(this.started.asMono().then(timer()), Mono.error(this::exception))
			.map(LimitedResponse::new);
	}

	private Mono<Long> timer() {
		return Mono.defer(() -> Mono.delay(Duration.ofMillis(Math.max(0, this.deadline - now())), this.scheduler));
	}

	private ResponseTimeoutException exception() {
		this.expired = true;
		return new ResponseTimeoutException(this.limit);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

	private final class LimitedResponse extends ClientHttpResponseDecorator {

		private LimitedResponse(ClientHttpResponse delegate) {
			super(delegate);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			Flux<DataBuffer> body = super.getBody().timeout(timer(), (buffer) -> timer(),
					Flux.error(AttemptTimer.this::exception));
			return Flux.defer(() -> AttemptTimer.this.expired ? Flux.error(exception()) : body);
		}

	}

}
