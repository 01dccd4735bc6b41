package io.github.clerkspring.boot.observation;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.security.AcceptedTokens;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.SessionTokenRules;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link StartUpReport}.
 */
@AutoConfiguration(after = ClerkSecurityAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnBean(ClerkConnectionDetails.class)
public final class ClerkStartUpReportAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	StartUpReport clerkStartUpReport(ClerkConnectionDetails connectionDetails, ClerkProperties properties,
			Environment environment) {
		return new StartUpReport(connectionDetails, properties, () -> null, environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkKeySource.class)
	@ConditionalOnBean({ ClerkKeySource.class, SessionTokenRules.class })
	static class TokenConfiguration {

		@Bean
		StartUpReport clerkTokenStartUpReport(ClerkConnectionDetails connectionDetails, ClerkProperties properties,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			BeanInUse<ClerkKeySource> keySource = new BeanInUse<>(beanFactory, ClerkKeySource.class);
			BeanInUse<SessionTokenRules> rules = new BeanInUse<>(beanFactory, SessionTokenRules.class);
			return new StartUpReport(connectionDetails, properties,
					() -> describe(properties, rules.get(), keySource.get()), environment);
		}

		private static String acceptedTokens(ClerkProperties properties) {
			return AcceptedTokens.of(properties).stream().map(ClerkTokenType::value).collect(Collectors.joining(", "));
		}

		private static @Nullable String describe(ClerkProperties properties, @Nullable SessionTokenRules rules,
				@Nullable ClerkKeySource keySource) {
			return (rules == null || keySource == null) ? null
					: "accepts " + acceptedTokens(properties) + " of " + rules.issuers() + " for "
							+ (rules.authorizedParties().isEmpty() ? "any party" : rules.authorizedParties())
							+ ", verified by " + keySource;
		}

	}

}
