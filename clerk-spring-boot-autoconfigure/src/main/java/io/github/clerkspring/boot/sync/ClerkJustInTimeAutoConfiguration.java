package io.github.clerkspring.boot.sync;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.boot.ClerkSyncProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.webhook.sync.ClerkUserSync;
import io.github.clerkspring.webhook.sync.JustInTimeUsers;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the creation of users on their
 * first request.
 */
@AutoConfiguration(after = ClerkSyncAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ JustInTimeUsers.class, Caffeine.class, ClerkSession.class, Authentication.class })
@ConditionalOnBean(ClerkUserSync.class)
@ConditionalOnBooleanProperty("clerk.sync.just-in-time.enabled")
public final class ClerkJustInTimeAutoConfiguration {

	/**
	 * Maximum delay until a process detects a deletion that another process has handled.
	 */
	private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

	@Bean
	@ConditionalOnMissingBean
	JustInTimeUsers clerkJustInTimeUsers(ClerkUserSync sync, ClerkSyncProperties properties) {
		return new JustInTimeUsers(sync, properties.justInTime().maxSize(), TIME_TO_LIVE,
				Schedulers.boundedElastic()::schedule);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "clerkJustInTimeFilter")
		FilterRegistrationBean<JustInTimeFilter> clerkJustInTimeFilter(JustInTimeUsers users,
				ClerkSyncProperties properties) {
			FilterRegistrationBean<JustInTimeFilter> registration = new FilterRegistrationBean<>(
					new JustInTimeFilter(users, properties.justInTime().timeout()));
			registration.setOrder(JustInTimeOutcome.FILTER_ORDER);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebFilter.class)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean
		JustInTimeWebFilter clerkJustInTimeWebFilter(JustInTimeUsers users, ClerkSyncProperties properties) {
			return new JustInTimeWebFilter(users, properties.justInTime().timeout());
		}

	}

}
