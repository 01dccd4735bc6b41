package io.github.clerkspring.boot.observation;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.outbound.ClerkMachineTokenAutoConfiguration;
import io.github.clerkspring.security.outbound.MachineTokenProvider;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of
 * machine-to-machine tokens that are sent to other services.
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
		ClerkMachineTokenAutoConfiguration.class })
@ConditionalOnClerkEnabled
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class, MachineTokenProvider.class })
@ConditionalOnBean({ MeterRegistry.class, MachineTokenProvider.class })
public final class ClerkOutboundTokenMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OutboundTokenMetrics clerkOutboundTokenMetrics(ConfigurableListableBeanFactory beanFactory) {
		return new OutboundTokenMetrics(new BeanInUse<>(beanFactory, MachineTokenProvider.class));
	}

}
