package io.github.clerkspring.security.reactive;

import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.util.Assert;

/**
 * Sets up the resource server of a reactive security chain with all there is for Clerk.
 *
 * <pre>{@code
 * http.oauth2ResourceServer(clerkResourceServer::configure)
 * }</pre>
 *
 * It is no {@code Customizer} on purpose: Spring Security applies beans of that type to
 * every chain of an application.
 */
public final class ReactiveClerkResourceServer {

	private final ReactiveClerkAuthenticationManagerResolver authenticationManagerResolver;

	private final ServerAuthenticationConverter bearerTokenConverter;

	private final ServerAuthenticationEntryPoint entryPoint;

	/**
	 * Create a set-up.
	 * @param authenticationManagerResolver what authenticates tokens
	 * @param bearerTokenConverter what finds tokens
	 * @param entryPoint what answers callers that are not authenticated
	 */
	public ReactiveClerkResourceServer(ReactiveClerkAuthenticationManagerResolver authenticationManagerResolver,
			ServerAuthenticationConverter bearerTokenConverter, ServerAuthenticationEntryPoint entryPoint) {
		Assert.notNull(authenticationManagerResolver, "authenticationManagerResolver must not be null");
		Assert.notNull(bearerTokenConverter, "bearerTokenConverter must not be null");
		Assert.notNull(entryPoint, "entryPoint must not be null");
		this.authenticationManagerResolver = authenticationManagerResolver;
		this.bearerTokenConverter = bearerTokenConverter;
		this.entryPoint = entryPoint;
	}

	/**
	 * Set up a resource server.
	 * @param server the resource server of a chain
	 */
	public void configure(ServerHttpSecurity.OAuth2ResourceServerSpec server) {
		ServerAuthenticationEntryPointFailureHandler failureHandler = new ServerAuthenticationEntryPointFailureHandler(
				this.entryPoint);
		failureHandler.setRethrowAuthenticationServiceException(false);
		server.authenticationManagerResolver(this.authenticationManagerResolver)
			.bearerTokenConverter(this.bearerTokenConverter)
			.authenticationEntryPoint(this.entryPoint)
			.authenticationFailureHandler(failureHandler);
	}

}
