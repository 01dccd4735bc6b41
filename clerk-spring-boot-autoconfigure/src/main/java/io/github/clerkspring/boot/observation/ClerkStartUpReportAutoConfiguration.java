package io.github.clerkspring.boot.observation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.session.ClerkKeySource;
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
		AcceptedTokens accepted = tokens.getIfAvailable(() -> new AcceptedTokens("no tokens are verified"));
		return new StartUpReport(connectionDetails, properties, accepted.description(), environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClerkKeySource.class)
	@ConditionalOnBean({ ClerkKeySource.class, SessionTokenRules.class })
	static class TokenConfiguration {

		@Bean
		AcceptedTokens clerkAcceptedTokens(ClerkKeySource keySource, SessionTokenRules rules) {
			return new AcceptedTokens("accepts " + ClerkTokenType.SESSION.value() + " of " + rules.issuers() + " for "
					+ (rules.authorizedParties().isEmpty() ? "any party" : rules.authorizedParties()) + ", verified by "
					+ keySource);
		}

	}

	/**
	 * What is said of tokens.
	 *
	 * @param description what is accepted, and the source of its keys
	 */
	record AcceptedTokens(String description) {

	}

}
