package io.github.clerkspring.security.servlet;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.util.Assert;

/**
 * Sets up the resource server of a security chain with all there is for Clerk.
 *
 * <pre>{@code
 * http.oauth2ResourceServer(clerkResourceServer::configure)
 * }</pre>
 *
 * It is no {@code Customizer} on purpose: Spring Security applies beans of that type to
 * every chain of an application.
 */
public final class ClerkResourceServer {

	private final ClerkAuthenticationManagerResolver authenticationManagerResolver;

	private final BearerTokenResolver bearerTokenResolver;

	private final AuthenticationEntryPoint entryPoint;

	/**
	 * Create a set-up.
	 * @param authenticationManagerResolver what authenticates tokens
	 * @param bearerTokenResolver what finds tokens
	 * @param entryPoint what answers callers that are not authenticated
	 */
	public ClerkResourceServer(ClerkAuthenticationManagerResolver authenticationManagerResolver,
			BearerTokenResolver bearerTokenResolver, AuthenticationEntryPoint entryPoint) {
		Assert.notNull(authenticationManagerResolver, "authenticationManagerResolver must not be null");
		Assert.notNull(bearerTokenResolver, "bearerTokenResolver must not be null");
		Assert.notNull(entryPoint, "entryPoint must not be null");
		this.authenticationManagerResolver = authenticationManagerResolver;
		this.bearerTokenResolver = bearerTokenResolver;
		this.entryPoint = entryPoint;
	}

	/**
	 * Set up a resource server.
	 * @param server the resource server of a chain
	 */
	public void configure(OAuth2ResourceServerConfigurer<HttpSecurity> server) {
		server.authenticationManagerResolver(this.authenticationManagerResolver)
			.bearerTokenResolver(this.bearerTokenResolver)
			.authenticationEntryPoint(this.entryPoint)
			.withObjectPostProcessor(new FailureHandling(this.entryPoint));
	}

	/**
	 * Lets the entry point see trouble with keys, too, which the filter would throw
	 * otherwise.
	 *
	 * @param entryPoint the entry point
	 */
	private record FailureHandling(
			AuthenticationEntryPoint entryPoint) implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

		@Override
		public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
			AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(
					this.entryPoint);
			handler.setRethrowAuthenticationServiceException(false);
			filter.setAuthenticationFailureHandler(handler);
			return filter;
		}

	}

}
