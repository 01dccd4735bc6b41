package io.github.clerkspring.boot.client;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ClerkSetting;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.ClerkTransport;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ClerkBackendClient}. The
 * client is made when it is first asked for, so that applications that only verify tokens
 * need no secret key.
 */
@AutoConfiguration(after = { ClerkAutoConfiguration.class, WebClientAutoConfiguration.class })
@ConditionalOnClass({ ClerkBackendClient.class, WebClient.class, HttpClient.class, ReactorHttpClientBuilder.class,
		WebClientCustomizer.class })
@ConditionalOnBean(ClerkConnectionDetails.class)
public final class ClerkClientAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ClerkTransport clerkTransport(ClerkProperties properties) {
		ClerkProperties.Client client = properties.client();
		return new ClerkTransport(new ClerkTransport.Settings(client.connectTimeout(), client.pool().maxConnections(),
				client.pool().maxPending(), client.pool().acquireTimeout()));
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ClerkBackendClient clerkBackendClient(ClerkConnectionDetails connectionDetails, ClerkProperties properties,
			ClerkTransport transport, ObjectProvider<HttpClientSettings> httpClientSettings,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<WebClientCustomizer> webClientCustomizers, ObjectProvider<RetryListener> retryListeners,
			ObjectProvider<ClerkBackendClientCustomizer> customizers) {
		ClerkProperties.Client client = properties.client();
		HttpClientSettings settings = httpClientSettings.getIfAvailable(HttpClientSettings::defaults);
		ClerkBackendClient.Builder builder = ClerkBackendClient.builder(secretKey(connectionDetails))
			.machineSecretKey(connectionDetails.machineSecretKey())
			.apiUrl(connectionDetails.apiUrl())
			.apiVersion(client.apiVersion())
			.maxInMemorySize(Math.toIntExact(client.maxInMemorySize().toBytes()))
			.responseTimeout(client.responseTimeout())
			.callTimeout(client.callTimeout())
			.retryPolicy(new RetryPolicy(client.retry().maxAttempts(), client.retry().maxElapsed(),
					client.retry().maxRetryAfter(), client.retry().budget()))
			.httpClient(new ReactorHttpClientBuilder().withHttpClientFactory(transport::httpClient)
				.build(settings.withConnectTimeout(client.connectTimeout())));
		observationRegistry.ifAvailable(builder::observationRegistry);
		filters(webClientCustomizers).forEach(builder::filter);
		builder.retryListener(RetryListener.of(retryListeners.orderedStream().toList()));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	// The rest of what these customizers set is meant for other servers
	private static List<ExchangeFilterFunction> filters(ObjectProvider<WebClientCustomizer> customizers) {
		List<ExchangeFilterFunction> filters = new ArrayList<>();
		WebClient.Builder webClient = WebClient.builder();
		customizers.orderedStream().forEach((customizer) -> customizer.customize(webClient));
		webClient.filters(filters::addAll);
		return filters;
	}

	private static ClerkSecretKey secretKey(ClerkConnectionDetails connectionDetails) {
		ClerkSecretKey secretKey = connectionDetails.secretKey();
		if (secretKey == null) {
			throw ClerkSetting.SECRET_KEY.exception("ClerkBackendClient is used, but there is no secret key");
		}
		return secretKey;
	}

}
