package io.github.clerkspring.security.outbound;

import java.io.IOException;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.Assert;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.client.core.Secret;

/**
 * Interceptor of a {@code RestClient} that sends each request with a machine-to-machine
 * token. It sends the requests through a request factory of its own that does not follow
 * redirects, since the request factory of the {@code RestClient} could follow redirects
 * with the token. It must therefore be the last interceptor. Event loops are not blocked:
 * a request on such a thread fails.
 */
public final class MachineTokenInterceptor implements ClientHttpRequestInterceptor {

	private final MachineTokenProvider tokens;

	private final BearerExecution bearer;

	/**
	 * Create an interceptor that sends requests with the HTTP client of the JDK.
	 * @param tokens the provider of tokens
	 */
	public MachineTokenInterceptor(MachineTokenProvider tokens) {
		this(tokens, BearerExecution.defaultRequestFactory());
	}

	/**
	 * Create an interceptor.
	 * @param tokens the provider of tokens
	 * @param requestFactory the factory of requests, which must not follow redirects
	 */
	public MachineTokenInterceptor(MachineTokenProvider tokens, ClientHttpRequestFactory requestFactory) {
		Assert.notNull(tokens, "tokens must not be null");
		this.tokens = tokens;
		this.bearer = new BearerExecution(requestFactory);
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(
					"The thread must not be blocked by a RestClient. Use a WebClient with a MachineTokenFilter");
		}
		Secret token = this.tokens.token().blockOptional().orElseThrow();
		return this.bearer.execute(request, body, token);
	}

}
