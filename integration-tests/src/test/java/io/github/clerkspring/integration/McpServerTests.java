package io.github.clerkspring.integration;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import reactor.core.publisher.Mono;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * MCP server of Spring AI on WebFlux, with the MCP client of the Java SDK.
 */
class McpServerTests {

	private static final ClerkEmulator clerk = ClerkEmulator.start();

	@AfterAll
	static void stop() {
		clerk.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "stateless", "streamable" })
	void toolActsForTheUserOfTheToken(String protocol) {
		String userId = clerk.users().create(protocol + "@example.com");
		try (ConfigurableApplicationContext server = start(protocol)) {
			ResponseInfo unauthorized = refusal(server, "");
			assertThat(unauthorized.statusCode()).isEqualTo(401);
			assertThat(challenge(unauthorized)).contains(metadata(server));
			ResponseInfo forbidden = refusal(server, clerk.oauthToken(userId, "assistant").scopes("email").mint());
			assertThat(forbidden.statusCode()).isEqualTo(403);
			assertThat(challenge(forbidden)).contains("error=\"insufficient_scope\"", "scope=\"profile\"",
					metadata(server));
			try (McpSyncClient client = client(server,
					clerk.oauthToken(userId, "assistant").scopes("profile").mint())) {
				client.initialize();
				assertThat(client.callTool(CallToolRequest.builder("user").arguments(Map.of()).build()).content())
					.isEqualTo(List.of(TextContent.builder(userId).build()));
			}
		}
	}

	private static String metadata(ConfigurableApplicationContext server) {
		return "resource_metadata=\"" + url(server) + "/.well-known/oauth-protected-resource\"";
	}

	private static ConfigurableApplicationContext start(String protocol) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off",
					"--clerk.secret-key=" + clerk.secretKey(), "--clerk.publishable-key=" + clerk.publishableKey(),
					"--clerk.api-url=" + clerk.baseUrl(), "--clerk.accepted-tokens=oauth",
					"--spring.cloud.compatibility-verifier.enabled=false", "--spring.ai.mcp.server.enabled=true",
					"--spring.ai.mcp.server.annotation-scanner.enabled=true", "--spring.ai.mcp.server.type=async",
					"--spring.ai.mcp.server.protocol=" + protocol);
	}

	private static ResponseInfo refusal(ConfigurableApplicationContext server, String token) {
		try (McpSyncClient client = client(server, token)) {
			Throwable failure = catchThrowable(client::initialize);
			assertThat(failure).hasCauseInstanceOf(McpHttpClientTransportAuthorizationException.class);
			return ((McpHttpClientTransportAuthorizationException) failure.getCause()).getResponseInfo();
		}
	}

	private static String challenge(ResponseInfo refusal) {
		return refusal.headers().firstValue(HttpHeaders.WWW_AUTHENTICATE).orElseThrow();
	}

	private static McpSyncClient client(ConfigurableApplicationContext server, String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder();
		if (!token.isEmpty()) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		return McpClient.sync(HttpClientStreamableHttpTransport.builder(url(server)).requestBuilder(request).build())
			.requestTimeout(Duration.ofSeconds(20))
			.build();
	}

	private static String url(ConfigurableApplicationContext server) {
		return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Tools.class)
	static class Application {

		@Bean
		SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchange) -> exchange.pathMatchers("/mcp")
					.access(ReactiveClerkAuthorization.scope("profile"))
					.anyExchange()
					.denyAll())
				.build();
		}

	}

	static class Tools {

		@McpTool(name = "user", description = "Returns the id of the user who granted access")
		Mono<String> user() {
			return ReactiveSecurityContextHolder.getContext()
				.map((context) -> ((ClerkMachine) context.getAuthentication().getPrincipal()).subject());
		}

	}

}
