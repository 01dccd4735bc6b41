package io.github.clerkspring.boot.outbound;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Creates request factories with the settings of the application's HTTP clients, which do
 * not follow redirects.
 */
final class RequestFactories {

	private final ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder;

	private final ObjectProvider<HttpClientSettings> settings;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<HttpServiceClientProperties> groups;

	RequestFactories(ObjectProvider<ClientHttpRequestFactoryBuilder<?>> builder,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<HttpServiceClientProperties> groups) {
		this.builder = builder;
		this.settings = settings;
		this.sslBundles = sslBundles;
		this.groups = groups;
	}

	ClientHttpRequestFactory create() {
		return create(this.settings.getIfAvailable(HttpClientSettings::defaults));
	}

	ClientHttpRequestFactory create(String group) {
		HttpServiceClientProperties properties = this.groups.getIfAvailable();
		HttpClientSettingsPropertyMapper mapper = new HttpClientSettingsPropertyMapper(this.sslBundles.getIfAvailable(),
				this.settings.getIfAvailable());
		return create(mapper.map((properties != null) ? properties.get(group) : null));
	}

	private ClientHttpRequestFactory create(HttpClientSettings settings) {
		return this.builder.getIfAvailable(ClientHttpRequestFactoryBuilder::detect)
			.build(settings.withRedirects(HttpRedirects.DONT_FOLLOW));
	}

}
