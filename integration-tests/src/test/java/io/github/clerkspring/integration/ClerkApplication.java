package io.github.clerkspring.integration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;

/**
 * Application on a port of loopback, with an emulator of its own.
 */
public final class ClerkApplication implements AutoCloseable {

	private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId;

	private final ConfigurableApplicationContext context;

	public ClerkApplication(WebApplicationType type, Class<?> source, Map<String, Object> properties) {
		this.userId = this.clerk.users().create("ada@example.com");
		this.context = new SpringApplicationBuilder(AutoConfigured.class, source).web(type)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key",
					this.clerk.secretKey(), "clerk.publishable-key", this.clerk.publishableKey(), "clerk.api-url",
					this.clerk.baseUrl(), "spring.main.banner-mode", "off",
					"spring.cloud.compatibility-verifier.enabled", "false"))
			.properties(Map.of("spring.cloud.gateway.server.webflux.enabled", type == WebApplicationType.REACTIVE))
			.properties(properties)
			.run();
	}

	public String userId() {
		return this.userId;
	}

	public SessionTokenBuilder admin() {
		return this.clerk.sessionToken(this.userId).organization("org_1").role("org:admin");
	}

	public SessionTokenBuilder member() {
		return this.clerk.sessionToken(this.userId).organization("org_1").role("org:member");
	}

	public String url(String scheme, String path) {
		return scheme + "://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port") + path;
	}

	public HttpResponse<String> get(String path, @Nullable String token, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("http", path)))
			.timeout(Duration.ofSeconds(20));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.clerk.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
