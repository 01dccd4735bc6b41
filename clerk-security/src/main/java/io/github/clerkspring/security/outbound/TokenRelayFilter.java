package io.github.clerkspring.security.outbound;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.reactive.function.client.ServerBearerExchangeFilterFunction;
import org.springframework.security.oauth2.server.resource.web.reactive.function.client.ServletBearerExchangeFilterFunction;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Secret;

/**
 * Filter of a {@code WebClient} that relays the token of the current request to listed
 * hosts. Requests to other hosts, redirects to other hosts, and requests without a
 * current token are sent without a token. Requires Reactor Netty.
 * <p>
 * The token is the one that {@link ServerBearerExchangeFilterFunction} or
 * {@link ServletBearerExchangeFilterFunction} would send, which do not restrict the
 * hosts.
 */
public final class TokenRelayFilter implements ExchangeFilterFunction {

	private static final String SCHEME = "Bearer ";

	private final ExchangeFilterFunction reactive = new ServerBearerExchangeFilterFunction();

	private final ExchangeFilterFunction servlet = new ServletBearerExchangeFilterFunction();

	private final RelayHosts hosts;

	/**
	 * Create a filter.
	 * @param hosts the hosts that receive the token
	 */
	public TokenRelayFilter(RelayHosts hosts) {
		Assert.notNull(hosts, "hosts must not be null");
		this.hosts = hosts;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		ExchangeFunction relay = (authorized) -> next
			.exchange((authorized != request) ? relay(request, authorized) : request);
		return this.reactive.filter(request, (authorized) -> (authorized != request) ? relay.exchange(authorized)
				: this.servlet.filter(request, relay));
	}

	private ClientRequest relay(ClientRequest request, ClientRequest authorized) {
		return BearerClientRequest.of(request, token(authorized),
				(uri, target) -> !request.headers().containsHeader(HttpHeaders.HOST) && this.hosts.contains(target));
	}

	private static Secret token(ClientRequest authorized) {
		String header = authorized.headers().getFirst(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.startsWith(SCHEME)) {
			throw new IllegalStateException("The authorized request must have a bearer token");
		}
		return new Secret(header.substring(SCHEME.length()));
	}

}
