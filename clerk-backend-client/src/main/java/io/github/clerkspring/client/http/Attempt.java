package io.github.clerkspring.client.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * One request and its response, limited in time from the acquisition of a connection to
 * the last byte of the response. A timeout closes the connection. The timer is executed
 * on the event loop of the connection, so that a timeout and a buffer are never
 * concurrent.
 * <p>
 * It has no reference to the key, and a response has no reference to it.
 */
final class Attempt extends TimeLimit<ClientHttpResponse> {

	private final Duration limit;

	private final int bodyLimit;

	private volatile @Nullable ClientHttpRequest request;

	private volatile @Nullable StreamedResponse streamed;

	Attempt(CoreSubscriber<? super ClientHttpResponse> actual, Duration limit, int bodyLimit) {
		super(actual);
		this.limit = limit;
		this.bodyLimit = bodyLimit;
	}

	void begin(ClientHttpRequest request) {
		this.request = request;
		Connection connection = request.getNativeRequest();
		start((expiry) -> {
			Future<?> timer = connection.channel()
				.eventLoop()
				.schedule(expiry, this.limit.toMillis(), TimeUnit.MILLISECONDS);
			return () -> timer.cancel(false);
		});
	}

	/**
	 * Read the response of an operation completely. Responses to direct use of the web
	 * client, and errors, remain streams.
	 */
	Mono<ClientHttpResponse> receive(ClientHttpResponse response) {
		if (isOperation() && response.getStatusCode().is2xxSuccessful()) {
			return WholeAnswer.read(response, this.bodyLimit);
		}
		StreamedResponse streamed = new StreamedResponse(response, this.limit, timer());
		this.streamed = streamed;
		return Mono.just(streamed);
	}

	private boolean isOperation() {
		ClientHttpRequest request = this.request;
		return request != null && request.getAttributes().containsKey(OperationAttributes.OPERATION);
	}

	/** The timer of a stream continues. */
	@Override
	void accept(ClientHttpResponse response) {
		if (this.streamed == null) {
			super.accept(response);
		}
	}

	@Override
	void expire() {
		StreamedResponse streamed = this.streamed;
		if (streamed != null) {
			streamed.expire();
		}
		else {
			super.expire();
		}
	}

	@Override
	Throwable timeout() {
		return new ResponseTimeoutException(this.limit);
	}

}
