package io.github.clerkspring.boot.security;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.http.ClerkHttpClientConfiguration;
import io.github.clerkspring.boot.http.ClerkHttpClientFactory;
import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.ClerkAuthoritiesMapper;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;
import io.github.clerkspring.security.session.SessionTokenVerifierBuilder;
import io.github.clerkspring.security.web.SessionTokenReader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the verification of session
 * tokens on both stacks. Beans are created on first use, so that applications that do not
 * verify Clerk tokens only need a secret key.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class, before = ReactiveOAuth2ResourceServerAutoConfiguration.class,
		beforeName = {
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration" })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ SessionTokenVerifier.class, Jwt.class })
@ConditionalOnWebApplication
@ConditionalOnBean(ClerkConnectionDetails.class)
@Import({ ClerkHttpClientConfiguration.class, MachineTokenConfiguration.class })
@Lazy
public final class ClerkSecurityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkKeySource clerkKeySource(ClerkConnectionDetails connectionDetails, ClerkProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock, ObjectProvider<ClerkHttpClientFactory> httpClients) {
		return new KeySourceFactory(connectionDetails, properties.jwks(), clock.getIfAvailable(Clock::systemUTC),
				httpClients.getIfAvailable())
			.create();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionTokenRules clerkSessionTokenRules(ClerkConnectionDetails connectionDetails, ClerkProperties properties) {
		return new SessionTokenRulesFactory(connectionDetails, properties.session()).create();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionTokenVerifier clerkSessionTokenVerifier(ClerkKeySource keySource, SessionTokenRules rules,
			ClerkProperties properties, @Qualifier("clerkClock") ObjectProvider<Clock> clock,
			ObjectProvider<TokenVerificationListener> listeners, ObjectProvider<OAuth2TokenValidator<Jwt>> validators) {
		ClerkProperties.Cache cache = properties.session().cache();
		SessionTokenVerifierBuilder builder = SessionTokenVerifier.builder(keySource, rules)
			.clock(clock.getIfAvailable(Clock::systemUTC))
			.cache(cache.maxSize(), cache.timeToLive());
		listeners.orderedStream().forEach(builder::listener);
		validators.orderedStream().forEach(builder::validator);
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionTokenReader clerkSessionTokenReader(ClerkConnectionDetails connectionDetails,
			ObjectProvider<SessionTokenRules> rules, ClerkProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		return new SessionTokenReaderFactory(connectionDetails, properties, clock.getIfAvailable(Clock::systemUTC))
			.create(rules::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkAuthoritiesMapper clerkAuthoritiesMapper() {
		return ClerkAuthoritiesMapper.withDefaults();
	}

	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean
	KeyWarmUp clerkKeyWarmUp(ConfigurableListableBeanFactory beanFactory, ClerkProperties properties,
			ApplicationContext context, ObjectProvider<ApplicationAvailability> availability) {
		return new KeyWarmUp(new BeanInUse<>(beanFactory, ClerkKeySource.class), properties.jwks().warmUp(), context,
				availability.getIfAvailable(), ClerkSecurityAutoConfiguration::runInBackground);
	}

	private static void runInBackground(Runnable task) {
		Thread thread = new Thread(task, "clerk-key-warm-up");
		thread.setDaemon(true);
		thread.start();
	}

}
