package io.github.clerkspring.boot.security;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ConditionalOnDefaultWebSecurity;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.machine.ProtectedResource;
import io.github.clerkspring.security.servlet.ClerkAccessDeniedHandler;
import io.github.clerkspring.security.servlet.ClerkAuthenticationEntryPoint;
import io.github.clerkspring.security.servlet.ClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.servlet.ClerkBearerTokenResolver;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.servlet.KeysUnavailableFilter;
import io.github.clerkspring.security.servlet.LenientPaths;
import io.github.clerkspring.security.servlet.ProtectedResourceMetadataFilter;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for tokens of Clerk on the servlet
 * stack.
 */
@AutoConfiguration(after = ClerkSecurityAutoConfiguration.class, before = ManagementWebSecurityAutoConfiguration.class,
		beforeName = {
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration" })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ClerkResourceServer.class, Filter.class, SecurityFilterProperties.class })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBean(SessionTokenVerifier.class)
@ImportRuntimeHints(UnroutedRequest.Hints.class)
@Lazy
public final class ClerkServletSecurityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(JwtDecoder.class)
	ClerkJwtDecoder clerkJwtDecoder(SessionTokenVerifier verifier, Environment environment) {
		ResourceServerProperties.refuse(environment);
		return new ClerkJwtDecoder(verifier);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkAuthenticationManagerResolver clerkAuthenticationManagerResolver(JwtDecoder decoder,
			ObjectProvider<ClerkJwtAuthenticationConverter> converter, ClerkAuthoritiesMapper authoritiesMapper,
			ObjectProvider<MachineTokenVerifier> machines, ClerkProperties properties,
			ObjectProvider<AuthenticationEventPublisher> eventPublisher) {
		ClerkAuthenticationManagerResolver resolver = (AcceptedTokens.isSessionAccepted(properties))
				? new ClerkAuthenticationManagerResolver(decoder,
						converter.getIfAvailable(() -> new ClerkJwtAuthenticationConverter(authoritiesMapper)),
						(AcceptedTokens.isMachineAccepted(properties)) ? machines.getObject() : null)
				: new ClerkAuthenticationManagerResolver(machines.getObject());
		eventPublisher.ifUnique(resolver::setAuthenticationEventPublisher);
		return resolver;
	}

	// Spring Security would apply a converter bean to the tokens of any decoder
	@Bean
	@ConditionalOnBean(ClerkJwtDecoder.class)
	@ConditionalOnMissingBean
	JwtAuthenticationConverter clerkDecoderJwtAuthenticationConverter(ClerkJwtAuthenticationConverter converter) {
		return converter.asJwtAuthenticationConverter();
	}

	@Bean
	@ConditionalOnBean(ClerkJwtDecoder.class)
	@ConditionalOnMissingBean
	ClerkJwtAuthenticationConverter clerkJwtAuthenticationConverter(ClerkAuthoritiesMapper authoritiesMapper) {
		return new ClerkJwtAuthenticationConverter(authoritiesMapper);
	}

	@Bean
	@ConditionalOnBean(ClerkJwtDecoder.class)
	@ConditionalOnMissingBean(BearerTokenResolver.class)
	ClerkBearerTokenResolver clerkBearerTokenResolver(SessionTokenReader reader) {
		return new ClerkBearerTokenResolver(reader);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkAuthenticationEntryPoint clerkAuthenticationEntryPoint(ObjectProvider<ProtectedResource> resource) {
		return new ClerkAuthenticationEntryPoint(resource.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkAccessDeniedHandler clerkAccessDeniedHandler(
			@Value("${spring.mvc.problemdetails.enabled:false}") boolean problemDetails,
			ObjectProvider<ProtectedResource> resource) {
		return new ClerkAccessDeniedHandler(problemDetails, resource.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkResourceServer clerkResourceServer(ClerkAuthenticationManagerResolver authenticationManagerResolver,
			ObjectProvider<BearerTokenResolver> bearerTokenResolver, SessionTokenReader reader,
			ClerkAuthenticationEntryPoint entryPoint, ClerkAccessDeniedHandler accessDeniedHandler,
			ClerkProperties properties, ObjectProvider<PathPatternRequestMatcher.Builder> paths) {
		return new ClerkResourceServer(authenticationManagerResolver,
				bearerTokenResolver.getIfAvailable(() -> new ClerkBearerTokenResolver(reader)), entryPoint,
				LenientPaths.of(properties.session().lenientPaths(),
						paths.getIfAvailable(PathPatternRequestMatcher::withDefaults)),
				accessDeniedHandler);
	}

	@Bean
	@ConditionalOnMissingBean(HttpFirewall.class)
	StrictHttpFirewall clerkHttpFirewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderValues(new HeaderValues(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
		return firewall;
	}

	@Bean
	@ConditionalOnMissingBean(name = "clerkKeysUnavailableFilter")
	FilterRegistrationBean<KeysUnavailableFilter> clerkKeysUnavailableFilter() {
		FilterRegistrationBean<KeysUnavailableFilter> registration = new FilterRegistrationBean<>(
				new KeysUnavailableFilter());
		registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
		return registration;
	}

	@Bean
	@Conditional(OnOAuthTokensCondition.class)
	@ConditionalOnMissingBean(name = "clerkProtectedResourceMetadataFilter")
	FilterRegistrationBean<ProtectedResourceMetadataFilter> clerkProtectedResourceMetadataFilter(
			ProtectedResource resource) {
		FilterRegistrationBean<ProtectedResourceMetadataFilter> registration = new FilterRegistrationBean<>(
				new ProtectedResourceMetadataFilter(resource));
		registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
		return registration;
	}

	@Bean
	@Lazy(false)
	UnusedUser clerkUnusedUser(ListableBeanFactory beanFactory, Environment environment) {
		return new UnusedUser(beanFactory, environment, UserDetailsService.class);
	}

	@Bean
	@Lazy(false)
	FilterChainCoverage clerkFilterChainCoverage(ListableBeanFactory beanFactory, ServletContext servletContext,
			@Value("${spring.mvc.servlet.path:}") String servletPath) {
		return new FilterChainCoverage(beanFactory.getBeansOfType(SecurityFilterChain.class), servletContext,
				servletPath);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnDefaultWebSecurity
	@Import(ExposedEndpointsConfiguration.class)
	static class DefaultChainConfiguration {

		@Bean
		@Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
		SecurityFilterChain clerkSecurityFilterChain(HttpSecurity http, ClerkResourceServer clerk,
				ObjectProvider<HealthRequests> healthRequests) {
			return clerk.configure(http).authorizeHttpRequests((requests) -> {
				healthRequests.ifAvailable((health) -> requests.requestMatchers(health.matcher()).permitAll());
				requests.anyRequest().authenticated();
			}).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthEndpoint.class, EndpointRequest.class, WebEndpointAutoConfiguration.class })
	static class HealthRequestsConfiguration {

		@Bean
		HealthRequests clerkHealthRequests() {
			return new HealthRequests(new OrRequestMatcher(EndpointRequest.to(HealthEndpoint.class),
					EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class)));
		}

	}

	/**
	 * Requests to the health endpoint, which the default filter chain permits.
	 *
	 * @param matcher the matcher of these requests
	 */
	record HealthRequests(RequestMatcher matcher) {

	}

}
