package io.github.clerkspring.security.reactive;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.session.SessionTokenReader;

/**
 * {@link ServerAuthenticationConverter} that finds session tokens where Clerk puts them.
 */
public final class ServerClerkBearerTokenConverter implements ServerAuthenticationConverter {

	private final SessionTokenReader reader;

	private final ServerWebExchangeMatcher lenient;

	/**
	 * Create a converter.
	 * @param reader what knows where tokens are
	 * @param lenient requests for which a malformed header counts as no token
	 */
	public ServerClerkBearerTokenConverter(SessionTokenReader reader, ServerWebExchangeMatcher lenient) {
		Assert.notNull(reader, "reader must not be null");
		Assert.notNull(lenient, "lenient must not be null");
		this.reader = reader;
		this.lenient = lenient;
	}

	@Override
	public Mono<Authentication> convert(ServerWebExchange exchange) {
		return Mono.fromCallable(() -> this.reader.read(new ExchangeRequestView(exchange.getRequest())))
			.<Authentication>map(BearerTokenAuthenticationToken::new)
			.onErrorResume(OAuth2AuthenticationException.class, (ex) -> this.lenient.matches(exchange)
				.flatMap((result) -> (result.isMatch()) ? Mono.empty() : Mono.error(ex)));
	}

}
