package io.github.clerkspring.boot.actuate;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.clerkspring.boot.client.ClerkBackendClientCustomizer;
import io.github.clerkspring.client.ClerkBackendClient;

/**
 * Configuration that adds an {@link ApiWatch} to the client.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ ClerkBackendClient.class, WebClient.class })
class ApiWatchConfiguration {

	@Bean
	ApiWatch clerkApiWatch(@Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		return new ApiWatch(clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	ClerkBackendClientCustomizer clerkApiWatchCustomizer(ApiWatch watch) {
		return (builder) -> builder.filter(watch);
	}

}
