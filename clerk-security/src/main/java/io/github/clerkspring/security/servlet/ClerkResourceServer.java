package io.github.clerkspring.security.servlet;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * Configures a {@link SecurityFilterChain} for session tokens of Clerk.
 *
 * <pre>{@code
 * return clerk.configure(http)
 *     .authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
 *     .build();
 * }</pre>
 *
 * It is not a {@code Customizer} on purpose: Spring Security applies beans of that type
 * to every chain of an application.
 */
public final class ClerkResourceServer {

	/**
	 * Beans of an application that Spring Security uses for CORS.
	 */
	private static final Set<String> CORS_BEANS = Set.of("corsFilter", "corsConfigurationSource");

	private final AuthenticationManagerResolver<HttpServletRequest> authenticationManagerResolver;

	private final BearerTokenResolver bearerTokenResolver;

	private final AuthenticationEntryPoint entryPoint;

	private final RequestMatcher lenient;

	private final AccessDeniedHandler accessDeniedHandler;

	/**
	 * Create a resource server that reads tokens from the {@code Authorization} header
	 * and has no lenient paths.
	 * @param authenticationManagerResolver resolves the authentication manager of a token
	 */
	public ClerkResourceServer(AuthenticationManagerResolver<HttpServletRequest> authenticationManagerResolver) {
		this(authenticationManagerResolver, new ClerkBearerTokenResolver(SessionTokenReader.headerOnly()),
				new ClerkAuthenticationEntryPoint(), (request) -> false);
	}

	/**
	 * Create a resource server.
	 * @param authenticationManagerResolver resolves the authentication manager of a token
	 * @param bearerTokenResolver resolves the token of a request
	 * @param entryPoint sends the response to requests that are not authenticated
	 * @param lenient matches requests that are processed as requests without a token if
	 * their token is invalid
	 */
	public ClerkResourceServer(AuthenticationManagerResolver<HttpServletRequest> authenticationManagerResolver,
			BearerTokenResolver bearerTokenResolver, AuthenticationEntryPoint entryPoint, RequestMatcher lenient) {
		this(authenticationManagerResolver, bearerTokenResolver, entryPoint, lenient,
				new ClerkAccessDeniedHandler(false));
	}

	/**
	 * Create a resource server.
	 * @param authenticationManagerResolver resolves the authentication manager of a token
	 * @param bearerTokenResolver resolves the token of a request
	 * @param entryPoint sends the response to requests that are not authenticated
	 * @param lenient matches requests that are processed as requests without a token if
	 * their token is invalid
	 * @param accessDeniedHandler sends the response to requests that are denied
	 */
	public ClerkResourceServer(AuthenticationManagerResolver<HttpServletRequest> authenticationManagerResolver,
			BearerTokenResolver bearerTokenResolver, AuthenticationEntryPoint entryPoint, RequestMatcher lenient,
			AccessDeniedHandler accessDeniedHandler) {
		Assert.notNull(authenticationManagerResolver, "authenticationManagerResolver must not be null");
		Assert.notNull(bearerTokenResolver, "bearerTokenResolver must not be null");
		Assert.notNull(entryPoint, "entryPoint must not be null");
		Assert.notNull(lenient, "lenient must not be null");
		Assert.notNull(accessDeniedHandler, "accessDeniedHandler must not be null");
		this.authenticationManagerResolver = authenticationManagerResolver;
		this.bearerTokenResolver = bearerTokenResolver;
		this.entryPoint = entryPoint;
		this.lenient = lenient;
		this.accessDeniedHandler = accessDeniedHandler;
	}

	/**
	 * Configure a chain like the default chain, except its authorization rules:
	 * authentication by session tokens, responses for missing and invalid tokens and for
	 * denied requests, no HTTP session, no request cache, no logout page, error pages
	 * without authorization, and the CORS configuration of the application. CSRF
	 * protection is off, since cookies authenticate only requests that another site
	 * cannot forge. What is configured afterwards takes precedence; a handler of CORS
	 * preflight requests can be set after {@code cors((cors) -> cors.disable())}.
	 * @param http the security of the chain
	 * @return the same security, for authorization rules and further configuration
	 */
	public HttpSecurity configure(HttpSecurity http) {
		http.with(new SessionTokenConfigurer(
				new LenientAuthenticationManagerResolver(this.authenticationManagerResolver, this.lenient),
				this.bearerTokenResolver, this.entryPoint, this.accessDeniedHandler));
		http.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.entryPoint));
		http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.requestCache(AbstractHttpConfigurer::disable);
		http.logout(AbstractHttpConfigurer::disable);
		http.csrf(AbstractHttpConfigurer::disable);
		configureCors(http);
		return http.authorizeHttpRequests((requests) -> requests.withObjectPostProcessor(new ErrorPages()));
	}

	private static void configureCors(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		if (CORS_BEANS.stream().anyMatch(context::containsBean)) {
			http.cors(Customizer.withDefaults());
		}
		else if (context.containsBean(HandlerCorsConfigurationSource.BEAN_NAME)) {
			http.cors((cors) -> cors.configurationSource(new HandlerCorsConfigurationSource(context)));
		}
	}

	/**
	 * Without this the status of a failed request would become 401 when the container
	 * dispatches to the error page.
	 */
	private static final class ErrorPages implements ObjectPostProcessor<AuthorizationFilter> {

		@Override
		public <O extends AuthorizationFilter> O postProcess(O filter) {
			filter.setFilterErrorDispatch(false);
			return filter;
		}

	}

}
