package io.github.clerkspring.boot.client;

import java.time.Clock;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ClerkProperties;
import io.github.clerkspring.boot.ClerkSetting;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.http.ClerkHttpClientConfiguration;
import io.github.clerkspring.boot.http.ClerkHttpClientFactory;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.ClerkTransport;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.RetryListener;
import io.github.clerkspring.client.core.RetryPolicy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link ClerkBackendClient}. The
 * client is created on first use, so that applications that only verify tokens do not
 * need a secret key. The {@code WebClient.Builder} and {@code WebClientCustomizer} beans
 * of the application are not used, since they are intended for other services.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnClass({ ClerkBackendClient.class, WebClient.class, HttpClient.class, ClientHttpConnectorBuilder.class })
@ConditionalOnBean(ClerkConnectionDetails.class)
@Import(ClerkHttpClientConfiguration.class)
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
			ClerkTransport transport, ClerkHttpClientFactory httpClients,
			ObjectProvider<ObservationRegistry> observationRegistry,
			@Qualifier("clerkClock") ObjectProvider<Clock> clock, ObjectProvider<RetryListener> retryListeners,
			ObjectProvider<ClerkBackendClientCustomizer> customizers) {
		ClerkProperties.Client client = properties.client();
		ClerkBackendClient.Builder builder = ClerkBackendClient.builder(secretKey(connectionDetails))
			.machineSecretKey(connectionDetails.machineSecretKey())
			.apiUrl(connectionDetails.apiUrl())
			.apiVersion(client.apiVersion())
			.clock(clock.getIfAvailable(Clock::systemUTC))
			.maxInMemorySize(Math.toIntExact(client.maxInMemorySize().toBytes()))
			.responseTimeout(client.responseTimeout())
			.callTimeout(client.callTimeout())
			.retryPolicy(new RetryPolicy(client.retry().maxAttempts(), client.retry().maxElapsed(),
					client.retry().maxRetryAfter(), client.retry().budget()))
			.httpClient(httpClients.create(transport.httpClient(), client.connectTimeout()))
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.retryListener(RetryListener.of(retryListeners.orderedStream().toList()));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private static ClerkSecretKey secretKey(ClerkConnectionDetails connectionDetails) {
		ClerkSecretKey secretKey = connectionDetails.secretKey();
		if (secretKey == null) {
			throw ClerkSetting.SECRET_KEY.exception("ClerkBackendClient is used, but no secret key is configured");
		}
		return secretKey;
	}

}
