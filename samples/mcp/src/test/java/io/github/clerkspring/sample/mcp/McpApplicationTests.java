package io.github.clerkspring.sample.mcp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The application with the MCP client of the Java SDK.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class McpApplicationTests {

	@Autowired
	private ClerkEmulator clerk;

	@LocalServerPort
	private int port;

	@Test
	void clientWithoutTokenFindsTheAuthorizationServer() {
		ResponseInfo refusal = refusal("");
		assertThat(refusal.statusCode()).isEqualTo(401);
		Map<String, Object> metadata = RestClient.create()
			.get()
			.uri(parameter(refusal, "resource_metadata"))
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		assertThat(metadata).containsEntry("resource", url())
			.containsEntry("authorization_servers", List.of("https://clerk.emulator.test"))
			.containsEntry("scopes_supported", List.of("profile"));
	}

	@Test
	void clientWithoutScopeFindsTheRequiredScope() {
		ResponseInfo refusal = refusal(token("user_ada", "email"));
		assertThat(refusal.statusCode()).isEqualTo(403);
		assertThat(parameter(refusal, "error")).isEqualTo("insufficient_scope");
		assertThat(parameter(refusal, "scope")).isEqualTo("profile");
		assertThat(parameter(refusal, "resource_metadata")).isEqualTo(url() + "/.well-known/oauth-protected-resource");
	}

	@Test
	void toolActsForTheUserOfTheToken() {
		try (McpSyncClient ada = client(token("user_ada", "profile"));
				McpSyncClient bob = client(token("user_bob", "profile"))) {
			ada.initialize();
			bob.initialize();
			assertThat(ada.listTools().tools()).extracting("name").containsExactly("profile");
			assertThat(profile(ada)).contains("user_ada", "Ada", "assistant");
			assertThat(profile(bob)).contains("user_bob", "Bob", "assistant");
		}
	}

	@Test
	void sessionTokenIsRefused() {
		ResponseInfo refusal = refusal(this.clerk.sessionToken("user_ada").mint());
		assertThat(refusal.statusCode()).isEqualTo(401);
		assertThat(parameter(refusal, "error")).isEqualTo("invalid_token");
	}

	private ResponseInfo refusal(String token) {
		try (McpSyncClient client = client(token)) {
			Throwable failure = catchThrowable(client::initialize);
			assertThat(failure).hasCauseInstanceOf(McpHttpClientTransportAuthorizationException.class);
			return ((McpHttpClientTransportAuthorizationException) failure.getCause()).getResponseInfo();
		}
	}

	private McpSyncClient client(String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder();
		if (!token.isEmpty()) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		return McpClient.sync(HttpClientStreamableHttpTransport.builder(url()).requestBuilder(request).build())
			.requestTimeout(Duration.ofSeconds(20))
			.build();
	}

	private static String profile(McpSyncClient client) {
		return ((TextContent) client.callTool(CallToolRequest.builder("profile").arguments(Map.of()).build())
			.content()
			.get(0)).text();
	}

	private static String parameter(ResponseInfo refusal, String name) {
		String challenge = refusal.headers().firstValue(HttpHeaders.WWW_AUTHENTICATE).orElseThrow();
		Matcher parameter = Pattern.compile("\\b" + name + "=\"([^\"]+)\"").matcher(challenge);
		assertThat(parameter.find()).as(challenge).isTrue();
		return parameter.group(1);
	}

	private String token(String userId, String scope) {
		return this.clerk.oauthToken(userId, "assistant").scopes(scope).mint();
	}

	private String url() {
		return "http://localhost:" + this.port;
	}

}
