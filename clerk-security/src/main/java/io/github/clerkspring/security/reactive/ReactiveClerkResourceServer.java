package io.github.clerkspring.security.reactive;

import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;

import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * Configures a {@link SecurityWebFilterChain} for session tokens of Clerk.
 *
 * <pre>{@code
 * return clerk.configure(http)
 *     .authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
 *     .build();
 * }</pre>
 *
 * It is not a {@code Customizer} on purpose: Spring Security applies beans of that type
 * to every chain of an application.
 */
public final class ReactiveClerkResourceServer {

	private final ReactiveAuthenticationManagerResolver<ServerWebExchange> authenticationManagerResolver;

	private final ServerAuthenticationConverter bearerTokenConverter;

	private final ServerAuthenticationEntryPoint entryPoint;

	private final ServerWebExchangeMatcher lenient;

	private final ServerAccessDeniedHandler accessDeniedHandler;

	/**
	 * Create a resource server that reads tokens from the {@code Authorization} header
	 * and has no lenient paths.
	 * @param authenticationManagerResolver resolves the authentication manager of a token
	 */
	public ReactiveClerkResourceServer(
			ReactiveAuthenticationManagerResolver<ServerWebExchange> authenticationManagerResolver) {
		this(authenticationManagerResolver, new ServerClerkBearerTokenConverter(SessionTokenReader.headerOnly()),
				new ServerClerkAuthenticationEntryPoint(), ServerLenientPaths.NONE);
	}

	/**
	 * Create a resource server.
	 * @param authenticationManagerResolver resolves the authentication manager of a token
	 * @param bearerTokenConverter reads the token of a request
	 * @param entryPoint sends the response to requests that are not authenticated
	 * @param lenient matches requests that are processed as requests without a token if
	 * their token is invalid
	 */
	public ReactiveClerkResourceServer(
			ReactiveAuthenticationManagerResolver<ServerWebExchange> authenticationManagerResolver,
			ServerAuthenticationConverter bearerTokenConverter, ServerAuthenticationEntryPoint entryPoint,
			ServerWebExchangeMatcher lenient) {
		this(authenticationManagerResolver, bearerTokenConverter, entryPoint, lenient,
				new ServerClerkAccessDeniedHandler(false));
	}

	/**
	 * Create a resource server.
	 * @param authenticationManagerResolver resolves the authentication manager of a token
	 * @param bearerTokenConverter reads the token of a request
	 * @param entryPoint sends the response to requests that are not authenticated
	 * @param lenient matches requests that are processed as requests without a token if
	 * their token is invalid
	 * @param accessDeniedHandler sends the response to requests that are denied
	 */
	public ReactiveClerkResourceServer(
			ReactiveAuthenticationManagerResolver<ServerWebExchange> authenticationManagerResolver,
			ServerAuthenticationConverter bearerTokenConverter, ServerAuthenticationEntryPoint entryPoint,
			ServerWebExchangeMatcher lenient, ServerAccessDeniedHandler accessDeniedHandler) {
		Assert.notNull(authenticationManagerResolver, "authenticationManagerResolver must not be null");
		Assert.notNull(bearerTokenConverter, "bearerTokenConverter must not be null");
		Assert.notNull(entryPoint, "entryPoint must not be null");
		Assert.notNull(lenient, "lenient must not be null");
		Assert.notNull(accessDeniedHandler, "accessDeniedHandler must not be null");
		this.authenticationManagerResolver = authenticationManagerResolver;
		this.bearerTokenConverter = bearerTokenConverter;
		this.entryPoint = entryPoint;
		this.lenient = lenient;
		this.accessDeniedHandler = accessDeniedHandler;
	}

	/**
	 * Configure a chain like the default chain, except its authorization rules:
	 * authentication by session tokens, responses for missing and invalid tokens and for
	 * denied requests, no web session, no request cache, no logout page, and CORS
	 * preflight requests that are handled by the application's handlers. CSRF protection
	 * is off, since cookies authenticate only requests that another site cannot forge. A
	 * chain without authorization rules denies every request. What is configured
	 * afterwards takes precedence.
	 * @param http the security of the chain
	 * @return the same security, for authorization rules and further configuration
	 */
	public ServerHttpSecurity configure(ServerHttpSecurity http) {
		return http.oauth2ResourceServer(this::configure)
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.entryPoint)
				.accessDeniedHandler(this.accessDeniedHandler))
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.addFilterAfter(new PreFlightWebFilter(), SecurityWebFiltersOrder.CORS)
			.authorizeExchange(Customizer.withDefaults());
	}

	private void configure(ServerHttpSecurity.OAuth2ResourceServerSpec server) {
		server
			.authenticationManagerResolver((this.lenient != ServerLenientPaths.NONE)
					? new ReactiveLenientAuthenticationManagerResolver(this.authenticationManagerResolver, this.lenient)
					: this.authenticationManagerResolver)
			.bearerTokenConverter(this.bearerTokenConverter)
			.authenticationEntryPoint(this.entryPoint)
			.authenticationFailureHandler(new IgnoredTokenFailureHandler(this.entryPoint));
	}

}
