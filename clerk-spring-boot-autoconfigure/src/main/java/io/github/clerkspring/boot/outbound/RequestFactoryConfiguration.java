package io.github.clerkspring.boot.outbound;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Configuration of {@link RequestFactories}.
 */
@Configuration(proxyBeanMethods = false)
class RequestFactoryConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	RequestFactories clerkRequestFactories(ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<HttpServiceClientProperties> groups) {
		return new RequestFactories(builder, settings, sslBundles, groups);
	}

}
