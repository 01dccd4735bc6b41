package io.github.clerkspring.security.outbound;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;

import org.springframework.http.HttpRequest;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.util.StreamUtils;

import io.github.clerkspring.client.core.Secret;

/**
 * Sends requests with a token through a request factory that does not follow redirects.
 */
final class BearerExecution {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private final ClientHttpRequestFactory requestFactory;

	BearerExecution(ClientHttpRequestFactory requestFactory) {
		Assert.notNull(requestFactory, "requestFactory must not be null");
		this.requestFactory = requestFactory;
	}

	static ClientHttpRequestFactory defaultRequestFactory() {
		JdkClientHttpRequestFactory requestFactory = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(CONNECT_TIMEOUT).build());
		requestFactory.setReadTimeout(READ_TIMEOUT);
		return requestFactory;
	}

	ClientHttpResponse execute(HttpRequest request, byte[] body, Secret token) throws IOException {
		ClientHttpRequest authorized = this.requestFactory.createRequest(request.getURI(), request.getMethod());
		authorized.getHeaders().addAll(request.getHeaders());
		authorized.getHeaders().setBearerAuth(token.value());
		authorized.getAttributes().putAll(request.getAttributes());
		if (body.length > 0) {
			write(authorized, body);
		}
		return authorized.execute();
	}

	private static void write(ClientHttpRequest request, byte[] body) throws IOException {
		if (request instanceof StreamingHttpOutputMessage streaming) {
			streaming.setBody(body);
			return;
		}
		StreamUtils.copy(body, request.getBody());
	}

}
