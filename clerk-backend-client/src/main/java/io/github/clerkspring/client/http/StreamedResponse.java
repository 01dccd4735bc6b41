package io.github.clerkspring.client.http;

import java.time.Duration;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Response whose body is read by the application, within the time that an {@link Attempt}
 * has left.
 */
class StreamedResponse extends ClientHttpResponseDecorator {

	private final Sinks.Empty<Void> expired = Sinks.empty();

	private final Duration limit;

	private final Disposable timer;

	private volatile boolean timedOut;

	StreamedResponse(ClientHttpResponse delegate, Duration limit, Disposable timer) {
		super(delegate);
		this.limit = limit;
		this.timer = timer;
	}

	/** Completion of the other publisher cancels the body, unlike its error. */
	void expire() {
		this.timedOut = true;
		this.expired.tryEmitEmpty();
	}

	@Override
	public Flux<DataBuffer> getBody() {
		Mono<DataBuffer> end = Mono
			.defer(() -> this.timedOut ? Mono.error(new ResponseTimeoutException(this.limit)) : Mono.empty());
		return super.getBody().takeUntilOther(this.expired.asMono())
			.concatWith(end)
			.doFinally((signal) -> this.timer.dispose());
	}

}
