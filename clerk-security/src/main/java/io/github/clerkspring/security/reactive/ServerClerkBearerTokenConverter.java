package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * {@link ServerAuthenticationConverter} that reads session tokens from the header or from
 * Clerk's cookies.
 */
public final class ServerClerkBearerTokenConverter implements ServerAuthenticationConverter {

	private final SessionTokenReader reader;

	/**
	 * Create a converter.
	 * @param reader reads the token of a request
	 */
	public ServerClerkBearerTokenConverter(SessionTokenReader reader) {
		Assert.notNull(reader, "reader must not be null");
		this.reader = reader;
	}

	@Override
	public Mono<Authentication> convert(ServerWebExchange exchange) {
		// Without a further operator Reactor calls the supplier instead of subscribing
		return Mono.fromSupplier(() -> read(exchange));
	}

	private @Nullable Authentication read(ServerWebExchange exchange) {
		String token = this.reader.read(new ServerRequestView(exchange.getRequest()));
		return (token != null) ? new BearerTokenAuthenticationToken(token) : null;
	}

}
