package io.github.clerkspring.security.outbound;

import java.net.URI;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import reactor.netty.http.client.HttpClientRequest;

import io.github.clerkspring.client.core.Secret;

/**
 * Adds a token to the request that the HTTP client sends, not to the headers of the
 * {@link ClientRequest}, which are accessible to filters and exceptions. As Reactor Netty
 * writes the request again after each redirect, each target is checked.
 */
final class BearerClientRequest {

	private BearerClientRequest() {
	}

	/**
	 * Create a request with a token.
	 * @param request the request without the token
	 * @param token the token
	 * @param trusted the condition under which the token is sent, of the requested URI
	 * and of the URI of the target after redirects
	 * @return the request
	 */
	static ClientRequest of(ClientRequest request, Secret token, BiPredicate<URI, URI> trusted) {
		return ClientRequest.from(request).httpRequest((httpRequest) -> {
			URI target = target(httpRequest);
			if (target != null && trusted.test(httpRequest.getURI(), target)) {
				httpRequest.getHeaders().setBearerAuth(token.value());
			}
		}).build();
	}

	private static @Nullable URI target(ClientHttpRequest request) {
		Object nativeRequest = request.getNativeRequest();
		if (!(nativeRequest instanceof HttpClientRequest reactorRequest)) {
			throw new IllegalStateException("""
					Tokens are sent with Reactor Netty only: other HTTP clients could follow redirects with the token. \
					Use a ReactorClientHttpConnector""");
		}
		String url = reactorRequest.resourceUrl();
		return (url != null) ? URI.create(url) : null;
	}

}
