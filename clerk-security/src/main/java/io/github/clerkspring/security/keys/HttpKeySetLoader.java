package io.github.clerkspring.security.keys;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.http.RetryAfter;
import io.github.clerkspring.security.TokenRejection;

/**
 * Fetches the key set over HTTP, with at most three attempts within the timeout, a limit
 * for the size of the response, and without following redirects.
 */
final class HttpKeySetLoader {

	private static final int MAX_RETRIES = 2;

	private static final Duration RETRY_PAUSE = Duration.ofMillis(100);

	private final WebClient webClient;

	private final URI uri;

	private final @Nullable ClerkSecretKey secretKey;

	private final Duration timeout;

	private final Clock clock;

	private final KeySetReader reader;

	private final KeyFetchFailure failure;

	HttpKeySetLoader(ClientHttpConnector connector, URI uri, @Nullable ClerkSecretKey secretKey, Duration timeout,
			Clock clock) {
		this.webClient = WebClient.builder()
			.clientConnector(connector)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(KeySetReader.MAX_LENGTH))
			.build();
		this.uri = uri;
		this.secretKey = secretKey;
		this.timeout = timeout;
		this.clock = clock;
		this.reader = new KeySetReader(clock);
		this.failure = new KeyFetchFailure(KeyFetchFailure.place(uri), timeout);
	}

	Mono<Map<String, VerificationKey>> load() {
		return this.webClient.get()
			.uri(this.uri)
			.headers(this::addHeaders)
			.exchangeToMono(this::read)
			.retryWhen(Retry.backoff(MAX_RETRIES, RETRY_PAUSE)
				.filter(HttpKeySetLoader::isRetryable)
				.onRetryExhaustedThrow((spec, signal) -> signal.failure()))
			.timeout(this.timeout)
			.map(this.reader::read)
			.onErrorMap(this.failure::explain);
	}

	private void addHeaders(HttpHeaders headers) {
		headers.set(HttpHeaders.ACCEPT, "application/json");
		headers.set(HttpHeaders.USER_AGENT, "clerk-spring-boot");
		if (this.secretKey != null) {
			headers.setBearerAuth(this.secretKey.value());
		}
	}

	private Mono<byte[]> read(ClientResponse response) {
		if (response.statusCode().isSameCodeAs(HttpStatus.OK)) {
			return response.bodyToMono(byte[].class)
				.switchIfEmpty(Mono
					.error(() -> new KeyServerException(TokenRejection.JWK_REMOTE_INVALID, "The response is empty")));
		}
		return response.releaseBody().then(Mono.error(() -> failure(response)));
	}

	private KeyServerException failure(ClientResponse response) {
		HttpStatusCode status = response.statusCode();
		Duration retryAfter = RetryAfter.parse(response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER),
				this.clock.instant());
		boolean retryable = retryAfter == null
				&& (status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS) || status.is5xxServerError());
		return this.failure.refused(status, this.secretKey != null, retryable, retryAfter);
	}

	private static boolean isRetryable(Throwable ex) {
		return ex instanceof WebClientRequestException || ex instanceof IOException
				|| (ex instanceof KeyServerException failure && failure.isRetryable());
	}

}
