package io.github.clerkspring.boot.outbound;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkMachineTokenProperties;
import io.github.clerkspring.boot.ClerkMachineTokenProperties.Format;
import io.github.clerkspring.boot.ClerkSetting;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.machine.CreateM2mTokenRequest.TokenFormat;
import io.github.clerkspring.security.outbound.MachineTokenFilter;
import io.github.clerkspring.security.outbound.MachineTokenInterceptor;
import io.github.clerkspring.security.outbound.MachineTokenProvider;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for calls of other services with
 * machine-to-machine tokens. The provider is created on first use, so that other
 * applications do not need the secret key of a machine.
 */
@AutoConfiguration(after = ClerkClientAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ MachineTokenProvider.class, ClerkBackendClient.class })
@ConditionalOnBean({ ClerkBackendClient.class, ClerkConnectionDetails.class })
@EnableConfigurationProperties(ClerkMachineTokenProperties.class)
@Import(RequestFactoryConfiguration.class)
public final class ClerkMachineTokenAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	MachineTokenProvider clerkMachineTokenProvider(ClerkBackendClient client, ClerkConnectionDetails connectionDetails,
			ClerkMachineTokenProperties properties, @Qualifier("clerkClock") ObjectProvider<Clock> clock) {
		if (connectionDetails.machineSecretKey() == null) {
			throw ClerkSetting.MACHINE_SECRET_KEY
				.exception("Machine-to-machine tokens are created, but no secret key of a machine is configured");
		}
		return MachineTokenProvider.builder(client.m2mTokens())
			.timeToLive(properties.timeToLive())
			.format((properties.format() == Format.JWT) ? TokenFormat.JWT : TokenFormat.OPAQUE)
			.timeout(properties.timeout())
			.clock(clock.getIfAvailable(Clock::systemUTC))
			.build();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	MachineTokenFilter clerkMachineTokenFilter(MachineTokenProvider tokens) {
		return new MachineTokenFilter(tokens);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	MachineTokenInterceptor clerkMachineTokenInterceptor(MachineTokenProvider tokens,
			RequestFactories requestFactories) {
		return new MachineTokenInterceptor(tokens, requestFactories.create());
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = "clerkMachineTokenWebClientGroups")
	WebClientGroups clerkMachineTokenWebClientGroups(ClerkMachineTokenProperties properties,
			ObjectProvider<MachineTokenFilter> filter) {
		return new WebClientGroups(properties.groups(), filter::getObject);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(name = "clerkMachineTokenRestClientGroups")
	RestClientGroups clerkMachineTokenRestClientGroups(ClerkMachineTokenProperties properties,
			ObjectProvider<MachineTokenProvider> tokens, RequestFactories requestFactories) {
		return new RestClientGroups(properties.groups(),
				(group) -> new MachineTokenInterceptor(tokens.getObject(), requestFactories.create(group)));
	}

}
