package io.github.clerkspring.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Cloud Gateway with rules of its own in front of a service.
 */
class GatewayAuthorizationTests {

	private static final String ROUTE = "spring.cloud.gateway.server.webflux.routes[0].";

	@Test
	void rulesAreAppliedBeforeRequestsAreForwarded() throws IOException {
		HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		service.createContext("/", GatewayAuthorizationTests::respond);
		service.start();
		try (ClerkApplication gateway = new ClerkApplication(WebApplicationType.REACTIVE, Application.class,
				Map.of(ROUTE + "id", "service", ROUTE + "uri", "http://127.0.0.1:" + service.getAddress().getPort(),
						ROUTE + "predicates[0]", "Path=/**"))) {
			String admin = gateway.admin().mint();
			assertThat(gateway.get("/admin/x", admin).body()).isEqualTo("/admin/x Bearer " + admin);
			assertThat(gateway.get("/admin/x", gateway.member().mint()).statusCode()).isEqualTo(403);
			assertThat(gateway.get("/admin/x", null).statusCode()).isEqualTo(401);
			HttpResponse<String> stale = gateway.get("/payments/1", gateway.admin().factorAges(10, -1).mint());
			assertThat(stale.statusCode()).isEqualTo(403);
			assertThat(stale.headers().firstValue("Content-Type")).hasValue("application/json");
			assertThat(stale.body()).contains("reverification-error");
		}
		finally {
			service.stop(0);
		}
	}

	private static void respond(HttpExchange exchange) throws IOException {
		String body = exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization");
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/admin/**")
					.access(ReactiveClerkAuthorization.role("org:admin"))
					.pathMatchers("/payments/**")
					.access(ReactiveClerkAuthorization.reverified(Reverification.STRICT))
					.anyExchange()
					.authenticated())
				.build();
		}

	}

}
