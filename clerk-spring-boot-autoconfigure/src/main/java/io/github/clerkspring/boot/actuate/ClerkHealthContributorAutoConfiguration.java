package io.github.clerkspring.boot.actuate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.keys.ClerkKeySource;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of Clerk. Health
 * checks do not make calls.
 */
@AutoConfiguration(after = ClerkSecurityAutoConfiguration.class, before = HealthContributorAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(ClerkConnectionDetails.class)
@ConditionalOnEnabledHealthIndicator("clerk")
public final class ClerkHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "clerkHealthIndicator", "clerkHealthContributor" })
	HealthContributor clerkHealthContributor(ObjectProvider<ClerkHealthPart> parts) {
		return CompositeHealthContributor.fromMap(toMap(parts));
	}

	private static Map<String, HealthIndicator> toMap(ObjectProvider<ClerkHealthPart> parts) {
		Map<String, HealthIndicator> indicators = new LinkedHashMap<>();
		parts.orderedStream().forEach((part) -> indicators.put(part.name(), part.indicator()));
		return indicators;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkKeySource.class)
	@ConditionalOnSingleCandidate(ClerkKeySource.class)
	static class KeySetConfiguration {

		@Bean
		ClerkHealthPart clerkKeySetHealth(ConfigurableListableBeanFactory beanFactory) {
			return new ClerkHealthPart("keys",
					new KeySetHealthIndicator(new BeanInUse<>(beanFactory, ClerkKeySource.class)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkBackendClient.class)
	@Import(ApiWatchConfiguration.class)
	static class ApiConfiguration {

		@Bean
		ClerkHealthPart clerkApiHealth(ApiWatch watch, @Qualifier("clerkClock") ObjectProvider<Clock> clock) {
			return new ClerkHealthPart("api", new ApiHealthIndicator(watch, clock.getIfAvailable(Clock::systemUTC)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "clerkHealthIndicator", "clerkHealthContributor" })
		ReactiveHealthContributor clerkHealthContributor(ObjectProvider<ClerkHealthPart> parts) {
			return CompositeReactiveHealthContributor.fromMap(toMap(parts), ReactiveConfiguration::reactive);
		}

		private static ReactiveHealthIndicator reactive(HealthIndicator indicator) {
			return () -> Mono.fromSupplier(indicator::health);
		}

	}

	/**
	 * Part of the health of Clerk. It is not a health contributor itself, so that it is
	 * only included in the health of Clerk.
	 *
	 * @param name the name of the part
	 * @param indicator the indicator of the part
	 */
	record ClerkHealthPart(String name, HealthIndicator indicator) {

	}

}
