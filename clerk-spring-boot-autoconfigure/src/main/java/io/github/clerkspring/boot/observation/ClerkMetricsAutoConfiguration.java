package io.github.clerkspring.boot.observation;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of Clerk, in
 * addition to the observations of Spring Boot's {@code ObservationRegistry}.
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		ClerkSecurityAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class })
@ConditionalOnBean({ MeterRegistry.class, ClerkConnectionDetails.class })
public final class ClerkMetricsAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkBackendClient.class)
	static class ClientConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryMetrics clerkRetryMetrics(MeterRegistry registry) {
			return new RetryMetrics(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkKeySource.class)
	static class TokenConfiguration {

		@Bean
		@ConditionalOnMissingBean
		TokenMetrics clerkTokenMetrics(MeterRegistry registry) {
			return new TokenMetrics(registry);
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(ClerkKeySource.class)
		KeySetMetrics clerkKeySetMetrics(ConfigurableListableBeanFactory beanFactory) {
			return new KeySetMetrics(new BeanInUse<>(beanFactory, ClerkKeySource.class));
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(OpaqueTokenVerifier.class)
		MachineTokenMetrics clerkMachineTokenMetrics(ConfigurableListableBeanFactory beanFactory) {
			return new MachineTokenMetrics(new BeanInUse<>(beanFactory, OpaqueTokenVerifier.class));
		}

	}

}
