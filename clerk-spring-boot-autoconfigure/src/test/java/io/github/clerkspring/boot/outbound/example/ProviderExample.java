package io.github.clerkspring.boot.outbound.example;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.outbound.MachineTokenProvider;

@Configuration(proxyBeanMethods = false)
public class ProviderExample {

	@Bean
	MachineTokenProvider machineTokens(ClerkBackendClient clerk) {
		return MachineTokenProvider.builder(clerk.m2mTokens()).timeToLive(Duration.ofMinutes(15)).build();
	}

}
