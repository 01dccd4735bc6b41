package io.github.clerkspring.boot.outbound.example;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import io.github.clerkspring.security.outbound.MachineTokenInterceptor;
import io.github.clerkspring.security.outbound.TokenRelayInterceptor;

@Configuration(proxyBeanMethods = false)
public class RestClientExample {

	@Bean
	RestClient orders(RestClient.Builder builder, MachineTokenInterceptor machineTokens,
			@Value("${orders.url}") String url) {
		return builder.baseUrl(url).requestInterceptor(machineTokens).build();
	}

	@Bean
	RestClient profiles(RestClient.Builder builder, TokenRelayInterceptor relay, @Value("${profiles.url}") String url) {
		return builder.baseUrl(url).requestInterceptor(relay).build();
	}

}
