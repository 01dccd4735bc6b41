package io.github.clerkspring.security.outbound;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.util.Assert;

import io.github.clerkspring.client.core.Secret;

/**
 * Interceptor of a {@code RestClient} that relays the token of the current request to
 * listed hosts. It sends these requests through a request factory of its own that does
 * not follow redirects, since the request factory of the {@code RestClient} could follow
 * redirects with the token. It must therefore be the last interceptor. Requests to other
 * hosts and requests without a current token are not changed.
 */
public final class TokenRelayInterceptor implements ClientHttpRequestInterceptor {

	private final RelayHosts hosts;

	private final BearerExecution bearer;

	/**
	 * Create an interceptor that relays tokens with the HTTP client of the JDK.
	 * @param hosts the hosts that receive the token
	 */
	public TokenRelayInterceptor(RelayHosts hosts) {
		this(hosts, BearerExecution.defaultRequestFactory());
	}

	/**
	 * Create an interceptor.
	 * @param hosts the hosts that receive the token
	 * @param requestFactory the factory of requests with a token, which must not follow
	 * redirects
	 */
	public TokenRelayInterceptor(RelayHosts hosts, ClientHttpRequestFactory requestFactory) {
		Assert.notNull(hosts, "hosts must not be null");
		this.hosts = hosts;
		this.bearer = new BearerExecution(requestFactory);
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		Secret token = currentToken();
		if (token == null || !isListed(request)) {
			return execution.execute(request, body);
		}
		return this.bearer.execute(request, body, token);
	}

	private boolean isListed(HttpRequest request) {
		return !request.getHeaders().containsHeader(HttpHeaders.HOST) && this.hosts.contains(request.getURI());
	}

	private static @Nullable Secret currentToken() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getCredentials() instanceof OAuth2Token token)
				? new Secret(token.getTokenValue()) : null;
	}

}
