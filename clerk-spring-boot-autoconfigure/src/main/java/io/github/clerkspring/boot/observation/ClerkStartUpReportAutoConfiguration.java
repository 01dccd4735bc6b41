package io.github.clerkspring.boot.observation;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.BeanInUse;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.SessionTokenRules;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the line that is logged at
 * start.
 */
@AutoConfiguration(after = ClerkSecurityAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnBean(ClerkConnectionDetails.class)
public final class ClerkStartUpReportAutoConfiguration {

	@Bean
	StartUpReport clerkStartUpReport(ClerkConnectionDetails connectionDetails, ClerkProperties properties,
			ObjectProvider<AcceptedTokens> tokens, Environment environment) {
		AcceptedTokens accepted = tokens.getIfAvailable(() -> new AcceptedTokens(() -> null));
		return new StartUpReport(connectionDetails, properties, accepted, environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkKeySource.class)
	@ConditionalOnBean({ ClerkKeySource.class, SessionTokenRules.class })
	static class TokenConfiguration {

		@Bean
		AcceptedTokens clerkAcceptedTokens(ConfigurableListableBeanFactory beanFactory) {
			BeanInUse<ClerkKeySource> keySource = new BeanInUse<>(beanFactory, ClerkKeySource.class);
			BeanInUse<SessionTokenRules> rules = new BeanInUse<>(beanFactory, SessionTokenRules.class);
			return new AcceptedTokens(() -> describe(rules.get(), keySource.get()));
		}

		private static @Nullable String describe(@Nullable SessionTokenRules rules,
				@Nullable ClerkKeySource keySource) {
			return (rules == null || keySource == null) ? null
					: "accepts " + ClerkTokenType.SESSION.value() + " of " + rules.issuers() + " for "
							+ (rules.authorizedParties().isEmpty() ? "any party" : rules.authorizedParties())
							+ ", verified by " + keySource;
		}

	}

	/**
	 * What is said of tokens.
	 *
	 * @param accepted what is accepted and the source of its keys, or {@code null} if the
	 * application verifies no tokens
	 */
	record AcceptedTokens(Supplier<@Nullable String> accepted) {

		String description() {
			String description = this.accepted.get();
			return (description != null) ? description : "no tokens are verified";
		}

	}

}
