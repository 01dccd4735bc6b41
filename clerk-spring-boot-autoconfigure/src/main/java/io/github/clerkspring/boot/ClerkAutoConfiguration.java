package io.github.clerkspring.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the connection to Clerk.
 */
@AutoConfiguration
@ConditionalOnClass(ClerkSecretKey.class)
@ConditionalOnClerkEnabled
@EnableConfigurationProperties(ClerkProperties.class)
public final class ClerkAutoConfiguration {

	@Bean
	static ConfigurationPropertiesBindHandlerAdvisor clerkBindHandlerAdvisor(Environment environment) {
		return (handler) -> new EmptyValuesBindHandler(handler, environment);
	}

	@Bean
	@ConditionalOnMissingBean(ClerkConnectionDetails.class)
	PropertiesClerkConnectionDetails clerkConnectionDetails(ClerkProperties properties) {
		return new PropertiesClerkConnectionDetails(properties);
	}

}
