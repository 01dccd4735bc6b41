package io.github.clerkspring.security.outbound;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Filter of a {@code WebClient} that sends each request with a machine-to-machine token.
 * Redirects to another origin are followed without the token. Requires Reactor Netty.
 */
public final class MachineTokenFilter implements ExchangeFilterFunction {

	private final MachineTokenProvider tokens;

	/**
	 * Create a filter.
	 * @param tokens the provider of tokens
	 */
	public MachineTokenFilter(MachineTokenProvider tokens) {
		Assert.notNull(tokens, "tokens must not be null");
		this.tokens = tokens;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return this.tokens.token()
			.map((token) -> BearerClientRequest.of(request, token, Origin::isSame))
			.flatMap(next::exchange);
	}

}
