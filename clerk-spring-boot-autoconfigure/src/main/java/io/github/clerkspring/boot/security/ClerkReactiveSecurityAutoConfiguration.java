package io.github.clerkspring.boot.security;

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
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.machine.ProtectedResource;
import io.github.clerkspring.security.reactive.KeysUnavailableWebFilter;
import io.github.clerkspring.security.reactive.ProtectedResourceMetadataWebFilter;
import io.github.clerkspring.security.reactive.ReactiveClerkAuthenticationManagerResolver;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.reactive.ServerClerkAccessDeniedHandler;
import io.github.clerkspring.security.reactive.ServerClerkAuthenticationEntryPoint;
import io.github.clerkspring.security.reactive.ServerClerkBearerTokenConverter;
import io.github.clerkspring.security.reactive.ServerLenientPaths;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for tokens of Clerk on the reactive
 * stack.
 */
@AutoConfiguration(after = ClerkSecurityAutoConfiguration.class,
		before = { ReactiveOAuth2ResourceServerAutoConfiguration.class,
				ReactiveManagementWebSecurityAutoConfiguration.class, ReactiveWebSecurityAutoConfiguration.class },
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration")
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ReactiveClerkResourceServer.class, WebFilterChainProxy.class, WebFluxConfigurer.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBean(SessionTokenVerifier.class)
@Lazy
public final class ClerkReactiveSecurityAutoConfiguration {

	/**
	 * Order immediately before the filter of Spring Security.
	 */
	private static final int BEFORE_SECURITY = -101;

	@Bean
	@ConditionalOnMissingBean(ReactiveJwtDecoder.class)
	ReactiveClerkJwtDecoder clerkReactiveJwtDecoder(SessionTokenVerifier verifier, Environment environment) {
		ResourceServerProperties.refuse(environment);
		return new ReactiveClerkJwtDecoder(verifier);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkJwtAuthenticationConverter clerkJwtAuthenticationConverter(ClerkAuthoritiesMapper authoritiesMapper) {
		return new ClerkJwtAuthenticationConverter(authoritiesMapper);
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveClerkAuthenticationManagerResolver reactiveClerkAuthenticationManagerResolver(ReactiveJwtDecoder decoder,
			ClerkJwtAuthenticationConverter converter, ObjectProvider<MachineTokenVerifier> machines,
			ClerkProperties properties, ObjectProvider<AuthenticationEventPublisher> eventPublisher) {
		ReactiveClerkAuthenticationManagerResolver resolver = (AcceptedTokens.isSessionAccepted(properties))
				? new ReactiveClerkAuthenticationManagerResolver(decoder, converter,
						(AcceptedTokens.isMachineAccepted(properties)) ? machines.getObject() : null)
				: new ReactiveClerkAuthenticationManagerResolver(machines.getObject());
		eventPublisher.ifUnique(resolver::setAuthenticationEventPublisher);
		return resolver;
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveJwtAuthenticationConverterAdapter clerkReactiveJwtAuthenticationConverter(
			ClerkJwtAuthenticationConverter converter) {
		return new ReactiveJwtAuthenticationConverterAdapter(converter);
	}

	@Bean
	@ConditionalOnMissingBean
	ServerClerkBearerTokenConverter serverClerkBearerTokenConverter(SessionTokenReader reader) {
		return new ServerClerkBearerTokenConverter(reader);
	}

	@Bean
	@ConditionalOnMissingBean
	ServerClerkAuthenticationEntryPoint serverClerkAuthenticationEntryPoint(
			ObjectProvider<ProtectedResource> resource) {
		return new ServerClerkAuthenticationEntryPoint(resource.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	ServerClerkAccessDeniedHandler serverClerkAccessDeniedHandler(
			@Value("${spring.webflux.problemdetails.enabled:false}") boolean problemDetails,
			ObjectProvider<ProtectedResource> resource) {
		return new ServerClerkAccessDeniedHandler(problemDetails, resource.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveClerkResourceServer reactiveClerkResourceServer(
			ReactiveClerkAuthenticationManagerResolver authenticationManagerResolver,
			ServerClerkBearerTokenConverter bearerTokenConverter, ServerClerkAuthenticationEntryPoint entryPoint,
			ServerClerkAccessDeniedHandler accessDeniedHandler, ClerkProperties properties) {
		return new ReactiveClerkResourceServer(authenticationManagerResolver, bearerTokenConverter, entryPoint,
				ServerLenientPaths.of(properties.session().lenientPaths()), accessDeniedHandler);
	}

	@Bean
	@ConditionalOnMissingBean(ServerWebExchangeFirewall.class)
	StrictServerWebExchangeFirewall clerkServerWebExchangeFirewall() {
		StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
		firewall.setAllowedHeaderValues(new HeaderValues(StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES));
		return firewall;
	}

	@Bean
	@Order(BEFORE_SECURITY)
	@ConditionalOnMissingBean
	KeysUnavailableWebFilter clerkKeysUnavailableWebFilter() {
		return new KeysUnavailableWebFilter();
	}

	@Bean
	@Order(BEFORE_SECURITY)
	@Conditional(OnOAuthTokensCondition.class)
	@ConditionalOnMissingBean
	ProtectedResourceMetadataWebFilter clerkProtectedResourceMetadataWebFilter(ProtectedResource resource) {
		return new ProtectedResourceMetadataWebFilter(resource);
	}

	@Bean
	@Lazy(false)
	UnusedUser clerkUnusedUser(ListableBeanFactory beanFactory, Environment environment) {
		return new UnusedUser(beanFactory, environment, ReactiveUserDetailsService.class);
	}

	@Bean
	@Lazy(false)
	WebFilterChainCoverage clerkWebFilterChainCoverage(ApplicationContext context) {
		return new WebFilterChainCoverage(context.getBeansOfType(SecurityWebFilterChain.class), context);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean({ SecurityWebFilterChain.class, WebFilterChainProxy.class })
	@Import(ExposedEndpointsConfiguration.class)
	static class DefaultChainConfiguration {

		@Bean
		SecurityWebFilterChain clerkSecurityWebFilterChain(ServerHttpSecurity http, ReactiveClerkResourceServer clerk,
				ObjectProvider<HealthRequests> healthRequests) {
			return clerk.configure(http).authorizeExchange((exchanges) -> {
				healthRequests.ifAvailable((health) -> exchanges.matchers(health.matcher()).permitAll());
				exchanges.anyExchange().authenticated();
			}).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthEndpoint.class, EndpointRequest.class, WebEndpointAutoConfiguration.class })
	static class HealthRequestsConfiguration {

		@Bean
		HealthRequests clerkHealthRequests() {
			return new HealthRequests(new OrServerWebExchangeMatcher(EndpointRequest.to(HealthEndpoint.class),
					EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class)));
		}

	}

	/**
	 * Requests to the health endpoint, which the default filter chain permits.
	 *
	 * @param matcher the matcher of these requests
	 */
	record HealthRequests(ServerWebExchangeMatcher matcher) {

	}

}
