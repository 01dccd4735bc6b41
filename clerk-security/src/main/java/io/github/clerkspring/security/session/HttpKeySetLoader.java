package io.github.clerkspring.security.session;

import java.io.IOException;
import java.net.URI;
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

/**
 * Fetches the key set over HTTP: at most three attempts within the time limit, no
 * redirects, a small answer.
 */
final class HttpKeySetLoader {

	private static final int MAX_RETRIES = 2;

	private static final Duration RETRY_PAUSE = Duration.ofMillis(100);

	private final WebClient webClient;

	private final URI uri;

	private final @Nullable ClerkSecretKey secretKey;

	private final Duration timeout;

	HttpKeySetLoader(ClientHttpConnector connector, URI uri, @Nullable ClerkSecretKey secretKey, Duration timeout) {
		this.webClient = WebClient.builder()
			.clientConnector(connector)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(KeySetReader.MAX_LENGTH))
			.build();
		this.uri = uri;
		this.secretKey = secretKey;
		this.timeout = timeout;
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
			.map(KeySetReader::read);
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
					.error(() -> new KeyServerException(TokenRejection.JWK_REMOTE_INVALID, "The answer is empty")));
		}
		return response.releaseBody().then(Mono.error(() -> failure(response)));
	}

	private KeyServerException failure(ClientResponse response) {
		HttpStatusCode status = response.statusCode();
		boolean refused = status.isSameCodeAs(HttpStatus.UNAUTHORIZED) && this.secretKey != null;
		Duration retryAfter = RetryAfter.read(response.headers().asHttpHeaders());
		boolean retryable = retryAfter == null
				&& (status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS) || status.is5xxServerError());
		return new KeyServerException(
				(refused) ? TokenRejection.SECRET_KEY_INVALID : TokenRejection.JWK_REMOTE_FAILED_TO_LOAD,
				"The key server answered " + status.value(), retryable, retryAfter);
	}

	private static boolean isRetryable(Throwable ex) {
		return ex instanceof WebClientRequestException || ex instanceof IOException
				|| (ex instanceof KeyServerException failure && failure.isRetryable());
	}

}
