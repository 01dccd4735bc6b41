package io.github.clerkspring.boot.outbound;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.server.resource.BearerTokenError;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConfigurationException;
import io.github.clerkspring.boot.ClerkMachineTokenProperties;
import io.github.clerkspring.boot.ClerkRelayProperties;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.security.outbound.RelayHosts;
import io.github.clerkspring.security.outbound.TokenRelayFilter;
import io.github.clerkspring.security.outbound.TokenRelayInterceptor;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for calls of other services with the
 * token of the current request.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ RelayHosts.class, BearerTokenError.class })
@EnableConfigurationProperties(ClerkRelayProperties.class)
@Import(RequestFactoryConfiguration.class)
public final class ClerkTokenRelayAutoConfiguration {

	ClerkTokenRelayAutoConfiguration(ClerkRelayProperties properties,
			ObjectProvider<ClerkMachineTokenProperties> machineTokens) {
		List<String> machineGroups = machineTokens.stream().flatMap((tokens) -> tokens.groups().stream()).toList();
		properties.groups().stream().filter(machineGroups::contains).findFirst().ifPresent((group) -> {
			throw new ClerkConfigurationException(
					"clerk.relay.groups: The HTTP service group '%s' is also in 'clerk.machine.tokens.groups'."
						.formatted(group),
					"Remove the group from one of the two properties.");
		});
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	RelayHosts clerkRelayHosts(ClerkRelayProperties properties) {
		if (properties.hosts().isEmpty()) {
			throw new ClerkConfigurationException(
					"clerk.relay.hosts: Tokens are relayed, but no host is listed that receives them.",
					"Set the property 'clerk.relay.hosts' to the hosts of your own services, such as "
							+ "orders.example.com or localhost:8081.");
		}
		return RelayHosts.of(properties.hosts());
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	TokenRelayFilter clerkTokenRelayFilter(RelayHosts hosts) {
		return new TokenRelayFilter(hosts);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	TokenRelayInterceptor clerkTokenRelayInterceptor(RelayHosts hosts, RequestFactories requestFactories) {
		return new TokenRelayInterceptor(hosts, requestFactories.create());
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = "clerkTokenRelayWebClientGroups")
	WebClientGroups clerkTokenRelayWebClientGroups(ClerkRelayProperties properties,
			ObjectProvider<TokenRelayFilter> filter) {
		return new WebClientGroups(properties.groups(), filter::getObject);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = "clerkTokenRelayRestClientGroups")
	RestClientGroups clerkTokenRelayRestClientGroups(ClerkRelayProperties properties, ObjectProvider<RelayHosts> hosts,
			RequestFactories requestFactories) {
		return new RestClientGroups(properties.groups(),
				(group) -> new TokenRelayInterceptor(hosts.getObject(), requestFactories.create(group)));
	}

}
