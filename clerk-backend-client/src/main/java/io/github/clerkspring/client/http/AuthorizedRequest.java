package io.github.clerkspring.client.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

import io.github.clerkspring.client.core.Secret;

/**
 * Adds the key to a Reactor Netty request when it is written, so that filters, exceptions
 * and observations have no access to it: the headers of Spring's request never contain
 * the key. A {@code Host} header set by the caller is removed, as it could route the
 * request, with the key, to another site at the same address.
 */
class AuthorizedRequest extends ClientHttpRequestDecorator {

	private final Secret key;

	AuthorizedRequest(ClientHttpRequest delegate, Secret key) {
		super(delegate);
		this.key = key;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		authorizeOnCommit();
		return super.writeWith(body);
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		authorizeOnCommit();
		return super.writeAndFlushWith(body);
	}

	@Override
	public Mono<Void> setComplete() {
		authorizeOnCommit();
		return super.setComplete();
	}

	/** Registered as the last action before the headers are written. */
	private void authorizeOnCommit() {
		beforeCommit(() -> Mono.fromRunnable(this::authorize));
	}

	private void authorize() {
		getHeaders().remove(HttpHeaderNames.AUTHORIZATION.toString());
		getHeaders().remove(HttpHeaderNames.HOST.toString());
		HttpClientRequest request = getNativeRequest();
		request.requestHeaders().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + this.key.value());
	}

}
