package io.github.clerkspring.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

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
	static ConfigurationPropertiesBindHandlerAdvisor clerkBindHandlerAdvisor() {
		return EmptyValuesBindHandler::new;
	}

	@Bean
	@ConditionalOnMissingBean(ClerkConnectionDetails.class)
	PropertiesClerkConnectionDetails clerkConnectionDetails(ClerkProperties properties) {
		return new PropertiesClerkConnectionDetails(properties);
	}

}
