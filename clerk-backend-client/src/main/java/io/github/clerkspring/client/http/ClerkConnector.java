package io.github.clerkspring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

import io.github.clerkspring.client.core.Secret;

/**
 * Sends requests to the origin of the API only, with the key and the time limit of an
 * attempt. As no other component has access to the key, a filter, a modified base URL or
 * an absolute URL cannot send it to another host. Redirects and retries of the HTTP
 * client are disabled.
 */
class ClerkConnector implements ClientHttpConnector {

	private final ClientHttpConnector delegate;

	private final Origin origin;

	private final Secret key;

	private final Duration responseTimeout;

	private final int bodyLimit;

	private volatile boolean closed;

	ClerkConnector(HttpClient httpClient, Origin origin, Secret key, Duration responseTimeout, int bodyLimit) {
		this.delegate = new ReactorClientHttpConnector(httpClient.followRedirect(false)
			.disableRetry(true)
			.responseTimeout(null)
			.wiretap(false)
			.doAfterRequest(ClerkConnector::forgetKey)
			.doOnRequestError((request, ex) -> forgetKey(request)));
		this.origin = origin;
		this.key = key;
		this.responseTimeout = responseTimeout;
		this.bodyLimit = bodyLimit;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return new Mono<>() {

			@Override
			public void subscribe(CoreSubscriber<? super ClientHttpResponse> actual) {
				Attempt attempt = new Attempt(actual, ClerkConnector.this.responseTimeout,
						ClerkConnector.this.bodyLimit);
				exchange(attempt, method, uri, requestCallback).subscribe(attempt);
			}

		};
	}

	private Mono<ClientHttpResponse> exchange(Attempt attempt, HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		try {
			check(uri);
			return this.delegate.connect(method, uri, (request) -> {
				attempt.begin(request);
				return requestCallback.apply(new AuthorizedRequest(request, this.key));
			}).flatMap(attempt::receive);
		}
		catch (RuntimeException ex) {
			return Mono.error(ex);
		}
	}

	void close() {
		this.closed = true;
	}

	private void check(URI uri) {
		if (this.closed) {
			throw new IllegalStateException("The ClerkBackendClient is closed");
		}
		if (!this.origin.isOriginOf(uri)) {
			throw new ForeignUrlException(this.origin, uri);
		}
	}

	/**
	 * Remove the key, as the request remains reachable from its response. The task is
	 * executed after pending writes.
	 */
	private static void forgetKey(HttpClientRequest request, Connection connection) {
		connection.channel().eventLoop().execute(() -> forgetKey(request));
	}

	private static void forgetKey(HttpClientRequest request) {
		request.requestHeaders().remove(HttpHeaderNames.AUTHORIZATION);
	}

}
