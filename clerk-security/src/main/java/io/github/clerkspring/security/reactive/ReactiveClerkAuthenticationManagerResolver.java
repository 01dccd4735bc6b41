package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.session.AnonymousCaller;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

/**
 * Gives a reactive security chain the means to authenticate Clerk's tokens.
 *
 * <pre>{@code
 * http.oauth2ResourceServer((server) -> server.authenticationManagerResolver(clerk))
 * }</pre>
 */
public final class ReactiveClerkAuthenticationManagerResolver
		implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {

	private final ReactiveAuthenticationManager strict;

	private final ServerWebExchangeMatcher lenient;

	private AuthenticationEventPublisher eventPublisher = new NoEvents();

	/**
	 * Create a resolver.
	 * @param decoder what verifies tokens
	 * @param converter what makes principals of them
	 * @param lenient requests for which a bad token means an anonymous caller
	 */
	public ReactiveClerkAuthenticationManagerResolver(ReactiveJwtDecoder decoder,
			ClerkJwtAuthenticationConverter converter, ServerWebExchangeMatcher lenient) {
		Assert.notNull(lenient, "lenient must not be null");
		JwtReactiveAuthenticationManager manager = new JwtReactiveAuthenticationManager(decoder);
		manager.setJwtAuthenticationConverter(new ReactiveJwtAuthenticationConverterAdapter(converter));
		this.strict = publishing(manager);
		this.lenient = lenient;
	}

	/**
	 * Set who is told about successes and failures. Defaults to nobody. It is told on the
	 * thread that authenticates, so its listeners must not block.
	 * @param publisher the publisher
	 */
	public void setAuthenticationEventPublisher(AuthenticationEventPublisher publisher) {
		Assert.notNull(publisher, "publisher must not be null");
		this.eventPublisher = publisher;
	}

	@Override
	public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
		return this.lenient.matches(exchange).map((result) -> (result.isMatch()) ? forgive(this.strict) : this.strict);
	}

	private ReactiveAuthenticationManager publishing(ReactiveAuthenticationManager manager) {
		return (authentication) -> manager.authenticate(authentication)
			.doOnNext((success) -> this.eventPublisher.publishAuthenticationSuccess(success))
			.doOnError(AuthenticationException.class,
					(ex) -> this.eventPublisher.publishAuthenticationFailure(ex, authentication));
	}

	private static ReactiveAuthenticationManager forgive(ReactiveAuthenticationManager strict) {
		// Trouble with keys stays trouble, since the token may be good
		return (authentication) -> strict.authenticate(authentication)
			.onErrorResume(OAuth2AuthenticationException.class,
					(ex) -> Mono.fromSupplier(AnonymousCaller::authentication));
	}

	/**
	 * Tells nobody.
	 */
	private static final class NoEvents implements AuthenticationEventPublisher {

		@Override
		public void publishAuthenticationSuccess(Authentication authentication) {
		}

		@Override
		public void publishAuthenticationFailure(AuthenticationException exception, Authentication authentication) {
		}

	}

}
