package io.github.clerkspring.boot.security;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Application on a port of loopback that uses an emulator.
 */
public final class RunningApplication implements AutoCloseable {

	/**
	 * Failures that tests cause on purpose.
	 */
	private static final String[] QUIET = { "logging.level.org.apache.catalina.core=OFF",
			"logging.level.org.springframework.boot.webflux.autoconfigure.error=OFF",
			"logging.level.org.springframework.boot.SpringApplication=OFF" };

	private final ConfigurableApplicationContext context;

	private RunningApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static RunningApplication start(WebApplicationType type, ClerkEmulator clerk, Class<?> source,
			String... arguments) {
		return new RunningApplication(new SpringApplicationBuilder(AutoConfigured.class, source).web(type)
			.properties(QUIET)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key", clerk.secretKey(),
					"clerk.publishable-key", clerk.publishableKey(), "clerk.api-url", clerk.baseUrl(),
					"spring.main.banner-mode", "off"))
			.run(arguments));
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Waits until the application accepts traffic: the keys are fetched beside the start.
	 */
	public RunningApplication awaitReady() {
		ApplicationAvailability availability = this.context.getBean(ApplicationAvailability.class);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
		return this;
	}

	public int status(HttpMethod method, String path, String token, String... headers) {
		return send(method, path, token, headers).getStatus().value();
	}

	public String body(String path, String token) {
		return send(HttpMethod.GET, path, token).getResponseBody();
	}

	public EntityExchangeResult<String> send(HttpMethod method, String path, String token, String... headers) {
		return send("local.server.port", method, path, token, headers);
	}

	public EntityExchangeResult<String> send(String port, HttpMethod method, String path, String token,
			String... headers) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.context.getEnvironment().getProperty(port))
			.responseTimeout(Duration.ofMinutes(1))
			.build()
			.method(method)
			.uri(path)
			.headers((target) -> {
				if (token != null) {
					target.setBearerAuth(token);
				}
				for (int i = 0; i < headers.length; i += 2) {
					target.add(headers[i], headers[i + 1]);
				}
			})
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
