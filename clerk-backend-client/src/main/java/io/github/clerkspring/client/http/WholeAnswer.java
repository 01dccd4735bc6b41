package io.github.clerkspring.client.http;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the successful response of an operation completely, so that a connection that
 * fails within the body is handled as a connection failure. Responses to direct use of
 * the web client remain streams.
 */
final class WholeAnswer {

	private WholeAnswer() {
	}

	static Mono<ClientResponse> of(ClientRequest request, ClientResponse response) {
		boolean operation = request.attributes().containsKey(OperationAttributes.OPERATION);
		return operation ? read(request, response) : Mono.just(response);
	}

	private static Mono<ClientResponse> read(ClientRequest request, ClientResponse response) {
		return response.bodyToMono(byte[].class)
			.onErrorMap((ex) -> !(ex instanceof DataBufferLimitException),
					(ex) -> ConnectionFailure.exception(ex, request))
			.map((body) -> with(response, Flux.just(body)))
			.defaultIfEmpty(with(response, Flux.empty()));
	}

	private static ClientResponse with(ClientResponse response, Flux<byte[]> body) {
		return response.mutate().body((old) -> body.map(DefaultDataBufferFactory.sharedInstance::wrap)).build();
	}

}
