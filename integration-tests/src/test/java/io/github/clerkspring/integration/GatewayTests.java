package io.github.clerkspring.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Cloud Gateway with the default chain.
 */
class GatewayTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final String GATEWAY = "spring.cloud.gateway.server.webflux.";

	private static final HttpClient http = HttpClient.newHttpClient();

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	private static HttpServer backend;

	private static ConfigurableApplicationContext gateway;

	private static String token;

	@BeforeAll
	static void start() throws IOException {
		token = clerk.sessionToken(clerk.users().create("ada@example.com")).expiresIn(Duration.ofHours(1)).mint();
		backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		backend.createContext("/", GatewayTests::respond);
		backend.start();
		gateway = new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key", clerk.secretKey(),
					"clerk.publishable-key", clerk.publishableKey(), "clerk.api-url", clerk.baseUrl(),
					"spring.main.banner-mode", "off", "spring.cloud.compatibility-verifier.enabled", "false"))
			.properties(Map.of(GATEWAY + "routes[0].id", "backend", GATEWAY + "routes[0].uri",
					"http://127.0.0.1:" + backend.getAddress().getPort(), GATEWAY + "routes[0].predicates[0]",
					"Path=/api/**", GATEWAY + "globalcors.cors-configurations.[/**].allowed-origins", ORIGIN,
					GATEWAY + "globalcors.cors-configurations.[/**].allowed-headers", "Authorization"))
			.run();
	}

	@AfterAll
	static void stop() {
		gateway.close();
		backend.stop(0);
		clerk.close();
	}

	@Test
	void globalCorsRespondsToPreflightRequests() {
		HttpResponse<String> response = send("OPTIONS", "Origin", ORIGIN, "Access-Control-Request-Method", "GET",
				"Access-Control-Request-Headers", "Authorization");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
		assertThat(response.headers().firstValue("Access-Control-Allow-Headers")).hasValue("Authorization");
		assertThat(response.body()).isEmpty();
		assertThat(
				send("OPTIONS", "Origin", "https://evil.example", "Access-Control-Request-Method", "GET").statusCode())
			.isEqualTo(403);
	}

	@Test
	void onlyRequestsWithTokenReachTheBackend() {
		assertThat(send("GET", "Origin", ORIGIN).statusCode()).isEqualTo(401);
		HttpResponse<String> response = send("GET", "Origin", ORIGIN, "Authorization", "Bearer " + token);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("GET /api/orders");
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
		assertThat(send("OPTIONS").statusCode()).isEqualTo(401);
	}

	private static void respond(HttpExchange exchange) throws IOException {
		byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static HttpResponse<String> send(String method, String... headers) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(
					"http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port") + "/api/orders"))
			.timeout(Duration.ofSeconds(20))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
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

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
