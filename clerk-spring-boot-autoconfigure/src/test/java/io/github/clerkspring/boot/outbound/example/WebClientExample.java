package io.github.clerkspring.boot.outbound.example;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.clerkspring.security.outbound.MachineTokenFilter;
import io.github.clerkspring.security.outbound.TokenRelayFilter;

@Configuration(proxyBeanMethods = false)
public class WebClientExample {

	@Bean
	WebClient reactiveOrders(WebClient.Builder builder, MachineTokenFilter machineTokens,
			@Value("${orders.url}") String url) {
		return builder.baseUrl(url).filter(machineTokens).build();
	}

	@Bean
	WebClient reactiveProfiles(WebClient.Builder builder, TokenRelayFilter relay,
			@Value("${profiles.url}") String url) {
		return builder.baseUrl(url).filter(relay).build();
	}

}
