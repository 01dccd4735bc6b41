package io.github.clerkspring.client.http;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the successful response of an operation completely, so that a connection that
 * fails within the body is handled as a connection failure. Responses to direct use of
 * the web client remain streams.
 * <p>
 * The body is copied once, from Netty's pooled buffers to an array. The buffers are
 * released here, and a response that is discarded later needs no release.
 */
final class WholeAnswer {

	/** Joins a single buffer without a copy, unlike Spring's default factory. */
	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private WholeAnswer() {
	}

	static Mono<ClientResponse> of(ClientRequest request, ClientResponse response, int limit) {
		boolean operation = request.attributes().containsKey(OperationAttributes.OPERATION);
		return operation ? read(request, response, limit) : Mono.just(response);
	}

	private static Mono<ClientResponse> read(ClientRequest request, ClientResponse response, int limit) {
		return DataBufferUtils.join(response.bodyToFlux(DataBuffer.class), limit)
			.onErrorMap((ex) -> !(ex instanceof DataBufferLimitException),
					(ex) -> ConnectionFailure.exception(ex, request))
			.map((body) -> with(response, Flux.just(BUFFERS.wrap(copy(body)))))
			.switchIfEmpty(Mono.fromSupplier(() -> with(response, Flux.empty())));
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

	private static ClientResponse with(ClientResponse response, Flux<DataBuffer> body) {
		return response.mutate().body((old) -> body).build();
	}

}
