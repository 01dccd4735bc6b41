package io.github.clerkspring.client.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Buffers the body of a request during the first attempt, so that further attempts send
 * the same bytes, including those of a stream that can be read only once.
 */
class RepeatableBody {

	private static final Object NO_BODY = BodyInserters.empty();

	private final ClientRequest original;

	private final int limit;

	private volatile HttpHeaders headers = HttpHeaders.EMPTY;

	private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

	private volatile State state = State.NOT_READ;

	/**
	 * Create a buffer for the body of this request.
	 * @param original the request
	 * @param limit the maximum number of buffered bytes; a longer body cannot be sent
	 * again
	 */
	RepeatableBody(ClientRequest original, int limit) {
		this.original = original;
		this.limit = limit;
	}

	/** Return the request to send, for any attempt. */
	ClientRequest request() {
		return (this.original.body() == NO_BODY) ? this.original
				: ClientRequest.from(this.original).body(this::insert).build();
	}

	/** Return whether the complete body can be sent again. */
	boolean isRepeatable() {
		return this.state == State.NOT_READ || this.state == State.KEPT;
	}

	private Mono<Void> insert(ClientHttpRequest request, BodyInserter.Context context) {
		if (this.state == State.KEPT) {
			request.getHeaders().putAll(this.headers);
			return request.writeWith(Mono.fromSupplier(() -> request.bufferFactory().wrap(this.bytes.toByteArray())));
		}
		return this.original.body().insert(new KeepingRequest(request), context);
	}

	private void keep(DataBuffer buffer) {
		if (this.bytes.size() + buffer.readableByteCount() > this.limit) {
			lose();
		}
		if (this.state == State.READING) {
			ByteBuffer part = ByteBuffer.allocate(buffer.readableByteCount());
			buffer.toByteBuffer(part);
			this.bytes.writeBytes(part.array());
		}
	}

	private void lose() {
		this.state = State.LOST;
		this.bytes = new ByteArrayOutputStream();
	}

	private void complete() {
		if (this.state == State.READING) {
			this.state = State.KEPT;
		}
	}

	private enum State {

		NOT_READ, READING, KEPT, LOST

	}

	private final class KeepingRequest extends ClientHttpRequestDecorator {

		private KeepingRequest(ClientHttpRequest delegate) {
			super(delegate);
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			RepeatableBody.this.headers = HttpHeaders.copyOf(getHeaders());
			if (body instanceof Mono<? extends DataBuffer> mono) {
				return super.writeWith(mono.doOnSubscribe((subscription) -> start())
					.doOnNext(RepeatableBody.this::keep)
					.doOnSuccess((buffer) -> complete()));
			}
			return super.writeWith(Flux.from(body)
				.doOnSubscribe((subscription) -> start())
				.doOnNext(RepeatableBody.this::keep)
				.doOnComplete(RepeatableBody.this::complete));
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			lose();
			return super.writeAndFlushWith(body);
		}

		private void start() {
			RepeatableBody.this.state = State.READING;
		}

	}

}
