package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.web.RedactedRequest;

/**
 * Resolves the {@link ReactiveAuthenticationManager} that authenticates Clerk's tokens.
 * Chains are configured with {@link ReactiveClerkResourceServer}, which uses it.
 */
public final class ReactiveClerkAuthenticationManagerResolver
		implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {

	private final ReactiveAuthenticationManager authenticationManager;

	private AuthenticationEventPublisher eventPublisher = new NoEvents();

	private ReactiveClerkAuthenticationManagerResolver(ReactiveAuthenticationManager authenticationManager) {
		this.authenticationManager = publishing(authenticationManager);
	}

	/**
	 * Create a resolver for session tokens.
	 * @param decoder verifies tokens
	 * @param converter converts verified tokens
	 */
	public ReactiveClerkAuthenticationManagerResolver(ReactiveJwtDecoder decoder,
			ClerkJwtAuthenticationConverter converter) {
		this(sessions(decoder, converter));
	}

	/**
	 * Create a resolver for session tokens and machine tokens.
	 * @param decoder verifies session tokens
	 * @param converter converts verified session tokens
	 * @param machineTokenVerifier verifies machine tokens, or {@code null} if none are
	 * accepted
	 */
	public ReactiveClerkAuthenticationManagerResolver(ReactiveJwtDecoder decoder,
			ClerkJwtAuthenticationConverter converter, @Nullable MachineTokenVerifier machineTokenVerifier) {
		this(new ReactiveTokenTypeAuthenticationManager(sessions(decoder, converter),
				(decoder instanceof ReactiveClerkJwtDecoder own) ? new ReactiveSessionAuthenticationManager(
						own.verifier(), converter, machineTokenVerifier == null) : null,
				(machineTokenVerifier != null) ? new ReactiveMachineAuthenticationManager(machineTokenVerifier)
						: null));
	}

	/**
	 * Create a resolver for machine tokens, which accepts no session tokens.
	 * @param machineTokenVerifier verifies machine tokens
	 */
	public ReactiveClerkAuthenticationManagerResolver(MachineTokenVerifier machineTokenVerifier) {
		this(new ReactiveMachineAuthenticationManager(machineTokenVerifier));
	}

	private static ReactiveAuthenticationManager sessions(ReactiveJwtDecoder decoder,
			ClerkJwtAuthenticationConverter converter) {
		JwtReactiveAuthenticationManager manager = new JwtReactiveAuthenticationManager(decoder);
		manager.setJwtAuthenticationConverter(new ReactiveJwtAuthenticationConverterAdapter(converter));
		return manager;
	}

	/**
	 * Set the publisher of authentication events. By default no events are published.
	 * Failures are published without the token. Events are published on the thread that
	 * authenticates, so listeners must not block.
	 * @param publisher the publisher
	 */
	public void setAuthenticationEventPublisher(AuthenticationEventPublisher publisher) {
		Assert.notNull(publisher, "publisher must not be null");
		this.eventPublisher = publisher;
	}

	@Override
	public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
		return Mono.just(this.authenticationManager);
	}

	private ReactiveAuthenticationManager publishing(ReactiveAuthenticationManager manager) {
		return (authentication) -> manager.authenticate(authentication)
			.doOnNext((success) -> this.eventPublisher.publishAuthenticationSuccess(success))
			.doOnError(AuthenticationException.class, (ex) -> this.eventPublisher.publishAuthenticationFailure(ex,
					RedactedRequest.in(ex, authentication)));
	}

	/**
	 * Publishes no events.
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
