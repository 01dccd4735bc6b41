package io.github.clerkspring.boot.actuate;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.SessionTokenVerifier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ClerkEndpoint}.
 */
@AutoConfiguration(after = ClerkSecurityAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(ClerkConnectionDetails.class)
@ConditionalOnAvailableEndpoint(ClerkEndpoint.class)
public final class ClerkEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ClerkEndpoint clerkEndpoint(ObjectProvider<ClerkEndpoint.Part> parts) {
		return new ClerkEndpoint(parts.orderedStream().toList());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkKeySource.class)
	static class TokenConfiguration {

		@Bean
		@ConditionalOnSingleCandidate(ClerkKeySource.class)
		ClerkEndpoint.Part clerkKeysEndpointPart(ConfigurableListableBeanFactory beanFactory) {
			return part("keys", new BeanInUse<>(beanFactory, ClerkKeySource.class),
					(keySource) -> TokenDetails.of(keySource.state()));
		}

		@Bean
		@ConditionalOnSingleCandidate(SessionTokenVerifier.class)
		ClerkEndpoint.Part clerkVerifiedTokensEndpointPart(ConfigurableListableBeanFactory beanFactory) {
			return part("verifiedTokens", new BeanInUse<>(beanFactory, SessionTokenVerifier.class),
					(verifier) -> TokenDetails.of(verifier.cacheState()));
		}

		private static <T> ClerkEndpoint.Part part(String name, BeanInUse<T> bean,
				Function<T, Map<String, Object>> details) {
			return new ClerkEndpoint.Part(name, () -> {
				T used = bean.get();
				return (used != null) ? details.apply(used) : Map.of();
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkBackendClient.class)
	@Import(ApiWatchConfiguration.class)
	static class ApiConfiguration {

		@Bean
		ClerkEndpoint.Part clerkApiEndpointPart(ApiWatch watch) {
			return new ClerkEndpoint.Part("api", () -> watch.state().details());
		}

		@Bean
		ClerkEndpoint.Part clerkRateLimitEndpointPart(ApiWatch watch,
				@Qualifier("clerkClock") ObjectProvider<Clock> clock) {
			Clock used = clock.getIfAvailable(Clock::systemUTC);
			return new ClerkEndpoint.Part("rateLimit", () -> watch.state().rateLimitDetails(used.instant()));
		}

	}

}
