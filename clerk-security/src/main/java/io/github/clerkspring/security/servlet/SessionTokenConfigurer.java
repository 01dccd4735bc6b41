package io.github.clerkspring.security.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

import io.github.clerkspring.security.ClerkPrincipal;

/**
 * Adds the filters that authenticate tokens of Clerk. Spring Security's own configurer of
 * resource servers also adds filters that Clerk does not support: it publishes metadata
 * of the resource, and version 7.0 accepts DPoP tokens.
 */
final class SessionTokenConfigurer extends AbstractHttpConfigurer<SessionTokenConfigurer, HttpSecurity> {

	private final AuthenticationManagerResolver<HttpServletRequest> authenticationManagerResolver;

	private final BearerTokenResolver bearerTokenResolver;

	private final AuthenticationEntryPoint entryPoint;

	private final AccessDeniedHandler accessDeniedHandler;

	SessionTokenConfigurer(AuthenticationManagerResolver<HttpServletRequest> authenticationManagerResolver,
			BearerTokenResolver bearerTokenResolver, AuthenticationEntryPoint entryPoint,
			AccessDeniedHandler accessDeniedHandler) {
		this.authenticationManagerResolver = authenticationManagerResolver;
		this.bearerTokenResolver = bearerTokenResolver;
		this.entryPoint = entryPoint;
		this.accessDeniedHandler = accessDeniedHandler;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void init(HttpSecurity http) {
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions != null) {
			exceptions.defaultAccessDeniedHandlerFor(this.accessDeniedHandler,
					(request) -> hasToken(request) || hasPrincipal());
		}
		CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
		if (csrf != null) {
			csrf.ignoringRequestMatchers(this::hasToken);
		}
	}

	private boolean hasToken(HttpServletRequest request) {
		try {
			return this.bearerTokenResolver.resolve(request) != null;
		}
		catch (OAuth2AuthenticationException ex) {
			return false;
		}
	}

	// Tests can put a principal into a request that has no token
	private boolean hasPrincipal() {
		Authentication authentication = getSecurityContextHolderStrategy().getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof ClerkPrincipal;
	}

	@Override
	public void configure(HttpSecurity http) {
		http.addFilter(postProcess(authenticationFilter()));
		http.addFilterAfter(postProcess(new IgnoredTokenFilter(getSecurityContextHolderStrategy())),
				BearerTokenAuthenticationFilter.class);
	}

	private BearerTokenAuthenticationFilter authenticationFilter() {
		BearerTokenAuthenticationConverter converter = new BearerTokenAuthenticationConverter();
		converter.setBearerTokenResolver(this.bearerTokenResolver);
		BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(this.authenticationManagerResolver,
				converter);
		filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
		filter.setAuthenticationEntryPoint(this.entryPoint);
		AuthenticationEntryPointFailureHandler failureHandler = new AuthenticationEntryPointFailureHandler(
				this.entryPoint);
		// The entry point also responds when the keys are not available
		failureHandler.setRethrowAuthenticationServiceException(false);
		filter.setAuthenticationFailureHandler(failureHandler);
		return filter;
	}

}
