package io.github.clerkspring.boot.webhook;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.ClerkWebhookProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.webhook.WebhookReceiver;
import io.github.clerkspring.webhook.servlet.WebhookFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for receiving webhooks on the
 * servlet stack.
 */
@AutoConfiguration(after = ClerkWebhookReceiverAutoConfiguration.class,
		afterName = "org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration")
@ConditionalOnClerkEnabled
@ConditionalOnClass({ WebhookFilter.class, Filter.class, FilterRegistrationBean.class })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBean(WebhookReceiver.class)
public final class ClerkServletWebhookAutoConfiguration {

	/**
	 * After the filters for encoding and observation, and before filters that read the
	 * body.
	 */
	static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

	@Bean
	@ConditionalOnMissingBean
	WebhookThreads clerkWebhookThreads(ClerkWebhookProperties properties,
			ObjectProvider<ThreadPoolTaskExecutorBuilder> builder, Environment environment) {
		return new WebhookThreads(properties.maxConcurrency(), builder.getIfUnique(ThreadPoolTaskExecutorBuilder::new),
				environment);
	}

	@Bean
	@ConditionalOnMissingBean(name = "clerkWebhookFilter")
	FilterRegistrationBean<WebhookFilter> clerkWebhookFilter(WebhookReceiver receiver, WebhookThreads threads,
			ClerkWebhookProperties properties, Environment environment) {
		FilterRegistrationBean<WebhookFilter> registration = new FilterRegistrationBean<>(
				new WebhookFilter(receiver, threads.executor()));
		registration.setUrlPatterns(WebhookPaths.of(properties.path(), environment));
		registration.setOrder(FILTER_ORDER);
		return registration;
	}

}
