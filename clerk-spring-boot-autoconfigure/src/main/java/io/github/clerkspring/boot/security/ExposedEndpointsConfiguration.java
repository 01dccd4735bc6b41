package io.github.clerkspring.boot.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Configuration that is imported together with the default filter chain of each stack.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ PathMappedEndpoints.class, ManagementPortType.class })
class ExposedEndpointsConfiguration {

	@Bean
	ExposedEndpoints clerkExposedEndpoints(ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
		return new ExposedEndpoints(endpoints, environment);
	}

}
