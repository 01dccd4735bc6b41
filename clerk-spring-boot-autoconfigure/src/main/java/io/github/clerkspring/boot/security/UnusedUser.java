package io.github.clerkspring.boot.security;

import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ReactiveAuthenticationManager;

/**
 * Warns at startup if the properties {@code spring.security.user} have no effect, since
 * Spring Boot does not define their user in an application with a decoder of tokens.
 */
class UnusedUser implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(UnusedUser.class);

	private final ListableBeanFactory beanFactory;

	private final Environment environment;

	private final Class<?> userDetailsService;

	UnusedUser(ListableBeanFactory beanFactory, Environment environment, Class<?> userDetailsService) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.userDetailsService = userDetailsService;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if ((isSet("name") || isSet("password")) && !hasUsers()) {
			logger.warn("The properties 'spring.security.user' have no effect: Spring Boot does not define their user "
					+ "in an application that verifies tokens. If a filter chain authenticates this user, for example "
					+ "with HTTP Basic, define a " + this.userDetailsService.getSimpleName() + " bean");
		}
	}

	private boolean isSet(String name) {
		return this.environment.containsProperty("spring.security.user." + name);
	}

	private boolean hasUsers() {
		return Stream
			.of(this.userDetailsService, AuthenticationManager.class, AuthenticationProvider.class,
					ReactiveAuthenticationManager.class)
			.anyMatch((type) -> this.beanFactory.getBeanNamesForType(type, true, false).length > 0);
	}

}
