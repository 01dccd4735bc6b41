package io.github.clerkspring.boot.security;

import java.net.URI;
import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.machine.MachineAuthoritiesMapper;
import io.github.clerkspring.security.machine.MachineTokenRules;
import io.github.clerkspring.security.machine.MachineTokenValidator;
import io.github.clerkspring.security.machine.MachineTokenVerifier;
import io.github.clerkspring.security.machine.MachineTokenVerifierBuilder;
import io.github.clerkspring.security.machine.ProtectedResource;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifierBuilder;
import io.github.clerkspring.security.session.SessionTokenRules;

/**
 * Configuration for the verification of machine tokens, on both stacks.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
class MachineTokenConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MachineTokenRules clerkMachineTokenRules(SessionTokenRules sessionRules, ClerkProperties properties) {
		return MachineTokenRules.forIssuers(sessionRules.issuers())
			.withClockSkew(sessionRules.clockSkew())
			.withMachineId(properties.machine().id())
			.withOAuthAudience(properties.oauth().audience());
	}

	@Bean
	@ConditionalOnMissingBean
	MachineAuthoritiesMapper clerkMachineAuthoritiesMapper() {
		return MachineAuthoritiesMapper.withDefaults();
	}

	@Bean
	@ConditionalOnMissingBean
	OpaqueTokenVerifier clerkOpaqueTokenVerifier(ClerkBackendClient client, MachineTokenRules rules,
			ClerkProperties properties, @Qualifier("clerkClock") ObjectProvider<Clock> clock,
			ObjectProvider<TokenVerificationListener> listeners) {
		ClerkProperties.MachineCache cache = properties.machine().cache();
		OpaqueTokenVerifierBuilder builder = OpaqueTokenVerifier.builder(client)
			.machineId(rules.machineId())
			.audience(rules.oauthAudience())
			.clock(clock.getIfAvailable(Clock::systemUTC))
			.cache(cache.maxSize(), cache.timeToLive());
		listeners.orderedStream().forEach(builder::listener);
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	MachineTokenVerifier clerkMachineTokenVerifier(ClerkKeySource keySource, MachineTokenRules rules,
			MachineAuthoritiesMapper authoritiesMapper, ClerkProperties properties,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock, ObjectProvider<TokenVerificationListener> listeners,
			ObjectProvider<MachineTokenValidator> validators, ObjectProvider<OpaqueTokenVerifier> opaqueTokens,
			ObjectProvider<ClerkBackendClient> client, ClerkConnectionDetails connectionDetails) {
		ClerkProperties.Cache cache = properties.session().cache();
		MachineTokenVerifierBuilder builder = MachineTokenVerifier.builder(keySource, rules)
			.acceptedTypes(AcceptedTokens.of(properties))
			.authoritiesMapper(authoritiesMapper)
			.clock(clock.getIfAvailable(Clock::systemUTC))
			.cache(cache.maxSize(), cache.timeToLive());
		boolean canCallClerk = connectionDetails.secretKey() != null && client.getIfAvailable() != null;
		if (canCallClerk || AcceptedTokens.of(properties).contains(ClerkTokenType.API_KEY)) {
			builder.opaqueTokens(opaqueTokens.getObject());
		}
		listeners.orderedStream().forEach(builder::listener);
		validators.orderedStream().forEach(builder::validator);
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnOAuthTokensCondition.class)
	ProtectedResource clerkProtectedResource(MachineTokenRules rules, ClerkProperties properties) {
		String resource = properties.oauth().resource();
		return new ProtectedResource((resource != null) ? URI.create(resource) : null,
				rules.issuers().stream().sorted().map(URI::create).toList(), properties.oauth().scopes());
	}

}
