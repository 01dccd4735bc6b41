package io.github.clerkspring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Failure analyzer for Clerk beans that are missing because Clerk is disabled.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClerkDisabledFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final String PACKAGE = "io.github.clerkspring.";

	private final Environment environment;

	ClerkDisabledFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		ResolvableType type = cause.getResolvableType();
		if (type == null || !type.toClass().getName().startsWith(PACKAGE)
				|| OnClerkEnabledCondition.isEnabled(this.environment)) {
			return null;
		}
		return new FailureAnalysis(
				"%s required a bean of type '%s', which does not exist, because Clerk is switched off."
					.formatted((description != null) ? description : "A component", type.toClass().getName()),
				"Remove 'clerk.enabled', or require the bean only where Clerk is switched on "
						+ "(@ConditionalOnClerkEnabled, ObjectProvider).",
				cause);
	}

}
