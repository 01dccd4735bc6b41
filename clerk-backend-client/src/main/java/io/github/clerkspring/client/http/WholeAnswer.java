package io.github.clerkspring.client.http;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Successful response of an operation whose body is complete, so that a connection that
 * fails within the body is handled as a connection failure. Responses to direct use of
 * the web client remain streams.
 * <p>
 * The body is copied once, from Netty's pooled buffers to an array. The buffers are
 * released here, and a response that is discarded later needs no release.
 */
final class WholeAnswer extends ClientHttpResponseDecorator {

	/** Joins a single buffer without a copy, unlike Spring's default factory. */
	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final Flux<DataBuffer> body;

	private WholeAnswer(ClientHttpResponse response, Flux<DataBuffer> body) {
		super(response);
		this.body = body;
	}

	static Mono<ClientHttpResponse> read(ClientHttpResponse response, int limit) {
		return DataBufferUtils.join(response.getBody(), limit)
			.<ClientHttpResponse>map((body) -> new WholeAnswer(response, Flux.just(BUFFERS.wrap(copy(body)))))
			.switchIfEmpty(Mono.fromSupplier(() -> new WholeAnswer(response, Flux.empty())));
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return this.body;
	}

	private static byte[] copy(DataBuffer body) {
		try {
			byte[] bytes = new byte[body.readableByteCount()];
			body.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(body);
		}
	}

}
