package io.github.clerkspring.security.machine.opaque;

import java.io.IOException;
import java.time.Duration;

import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.RetryPolicy;

/**
 * Requests Clerk to verify an opaque token, within a time limit. The retries of the
 * client do not apply, as they wait. Only a connection that fails before the response is
 * replaced, once: the server may have closed an idle connection.
 */
final class VerifyCall {

	private final SingletonSupplier<WebClient> webClient;

	private final SingletonSupplier<WebClient> machineWebClient;

	private final VerifyResponseReader reader;

	private final VerifyFailures failures;

	private final Duration timeout;

	VerifyCall(ClerkBackendClient client, ClerkBackendClient machineClient, VerifyResponseReader reader,
			Duration timeout) {
		// Created on first use, since tests replace the client with a mock
		this.webClient = SingletonSupplier.of(() -> withSmallResponses(client.webClient()));
		this.machineWebClient = SingletonSupplier.of(() -> withSmallResponses(machineClient.machineWebClient()));
		this.reader = reader;
		this.failures = new VerifyFailures(timeout);
		this.timeout = timeout;
	}

	private static WebClient withSmallResponses(WebClient webClient) {
		return webClient.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(VerifyResponseReader.MAX_SIZE))
			.build();
	}

	/**
	 * Verify a token.
	 * @param format the format of the token
	 * @param token a token of this format
	 * @return the outcome, never an error
	 */
	Mono<VerificationOutcome> verify(OpaqueTokenFormat format, String token) {
		return Mono.defer(() -> send(format, token))
			.map((body) -> this.reader.read(format, body))
			.switchIfEmpty(Mono.fromSupplier(VerifyResponseReader::unreadable))
			.timeout(this.timeout)
			.onErrorResume((ex) -> Mono.just(this.failures.explain(format, ex)));
	}

	private Mono<byte[]> send(OpaqueTokenFormat format, String token) {
		return ((format == OpaqueTokenFormat.M2M) ? this.machineWebClient : this.webClient).obtain()
			.post()
			.uri(format.path())
			.contentType(MediaType.APPLICATION_JSON)
			.attributes(RetryPolicy.NONE.forRequest())
			// Encoders log values, but no bytes
			.bodyValue(format.requestBody(token))
			.retrieve()
			.bodyToMono(byte[].class)
			.retryWhen(Retry.max(1)
				.filter(VerifyCall::isConnectionFailure)
				.onRetryExhaustedThrow((spec, signal) -> signal.failure()));
	}

	private static boolean isConnectionFailure(Throwable failure) {
		return failure instanceof WebClientRequestException && failure.getCause() instanceof IOException;
	}

}
