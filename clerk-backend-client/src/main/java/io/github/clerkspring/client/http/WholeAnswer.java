package io.github.clerkspring.client.http;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.LimitedDataBufferList;
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

	/** Its buffers give access to the array, unlike those of the default factory. */
	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final Flux<DataBuffer> body;

	private WholeAnswer(ClientHttpResponse response, Flux<DataBuffer> body) {
		super(response);
		this.body = body;
	}

	static Mono<ClientHttpResponse> read(ClientHttpResponse response, int limit) {
		return response.getBody()
			.collect(() -> new LimitedDataBufferList(limit), LimitedDataBufferList::add)
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
			.map((parts) -> new WholeAnswer(response, body(parts)));
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return this.body;
	}

	private static Flux<DataBuffer> body(LimitedDataBufferList parts) {
		try {
			byte[] bytes = new byte[parts.stream().mapToInt(DataBuffer::readableByteCount).sum()];
			int length = 0;
			for (DataBuffer part : parts) {
				int count = part.readableByteCount();
				part.read(bytes, length, count);
				length += count;
			}
			return (length > 0) ? Flux.just(BUFFERS.wrap(bytes)) : Flux.empty();
		}
		finally {
			parts.releaseAndClear();
		}
	}

}
