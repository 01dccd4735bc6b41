package io.github.clerkspring.boot.security;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Role;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;

import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.security.authorization.ClerkMethodAuthorization;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for annotations that secure methods,
 * such as
 * {@link io.github.clerkspring.security.authorization.RequiresRole @RequiresRole}. It
 * does not enable method security.
 */
@AutoConfiguration
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ClerkMethodAuthorization.class, AnnotationTemplateExpressionDefaults.class })
@ImportRuntimeHints(ClerkAuthorizationAutoConfiguration.Hints.class)
public final class ClerkAuthorizationAutoConfiguration {

	@Bean(ClerkMethodAuthorization.BEAN_NAME)
	@ConditionalOnMissingBean
	ClerkMethodAuthorization clerkAuthorization() {
		return new ClerkMethodAuthorization();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMissingBean
	static AnnotationTemplateExpressionDefaults clerkAnnotationTemplateExpressionDefaults() {
		return new AnnotationTemplateExpressionDefaults();
	}

	@Bean
	SecuredTypes clerkSecuredTypes(ConfigurableListableBeanFactory beanFactory) {
		return new SecuredTypes(beanFactory);
	}

	/**
	 * Reflection hints for the bean, which is called from expressions.
	 */
	static final class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.reflection().registerType(ClerkMethodAuthorization.class, MemberCategory.INVOKE_PUBLIC_METHODS);
		}

	}

}
