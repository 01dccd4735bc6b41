package io.github.clerkspring.integration;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.WebSocketGraphQlClient;
import org.springframework.graphql.client.WebSocketGraphQlClientInterceptor;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.graphql.server.webmvc.AuthenticationWebSocketInterceptor;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;
import io.github.clerkspring.security.servlet.ClerkResourceServer;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * GraphQL over HTTP, and over WebSocket with the token in {@code connection_init}.
 */
class GraphQlTests {

	private static ClerkApplication application;

	@BeforeAll
	static void start() {
		application = new ClerkApplication(WebApplicationType.SERVLET, Application.class,
				Map.of("spring.graphql.schema.locations", "classpath:graphql-schema/", "spring.graphql.websocket.path",
						"/ws"));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void queriesOverHttpHaveTheSession() {
		assertThat(post("{me}", application.member().mint()).body()).contains("\"" + application.userId() + "\"");
		assertThat(post("{me}", null).statusCode()).isEqualTo(401);
		assertThat(post("{me}", application.member().expired().mint()).statusCode()).isEqualTo(401);
		assertThat(post("{admin}", application.admin().mint()).body()).isEqualTo("{\"data\":{\"admin\":\"ok\"}}");
	}

	@Test
	void deniedFieldsAreErrorsOfTheResponse() {
		for (String query : new String[] { "{admin}", "{payment}" }) {
			HttpResponse<String> response = post(query, application.member().factorAges(10, -1).mint());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("\"classification\":\"FORBIDDEN\"").doesNotContain("reverification");
		}
	}

	@Test
	void connectionInitHasTheToken() {
		assertThat(query("{me}", application.member().mint()).field("me").<String>getValue())
			.isEqualTo(application.userId());
		assertThat(query("{admin}", application.admin().mint()).field("admin").<String>getValue()).isEqualTo("ok");
		assertThat(query("{admin}", application.member().mint()).getErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getErrorType()).hasToString("FORBIDDEN"));
		assertThat(query("{admin}", null).getErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getErrorType()).hasToString("UNAUTHORIZED"));
		assertThatThrownBy(() -> query("{me}", application.member().expired().mint())).isNotNull();
	}

	private static HttpResponse<String> post(String query, @Nullable String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.url("http", "/graphql")))
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return application.send(request);
	}

	private static ClientGraphQlResponse query(String query, @Nullable String token) {
		WebSocketGraphQlClient client = WebSocketGraphQlClient
			.builder(application.url("ws", "/ws"), new ReactorNettyWebSocketClient())
			.interceptor(new ConnectionInit((token != null) ? Map.of("Authorization", "Bearer " + token) : Map.of()))
			.build();
		try {
			ClientGraphQlResponse response = client.document(query).execute().block(Duration.ofSeconds(60));
			assertThat(response).isNotNull();
			return response;
		}
		finally {
			client.stop().block(Duration.ofSeconds(60));
		}
	}

	private record ConnectionInit(Map<String, Object> payload) implements WebSocketGraphQlClientInterceptor {

		@Override
		public Mono<Object> connectionInitPayload() {
			return Mono.just(this.payload);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	@Import(Queries.class)
	static class Application {

		@Bean
		SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/ws").permitAll().anyRequest().authenticated())
				.build();
		}

		@Bean
		AuthenticationWebSocketInterceptor connectionInit(JwtDecoder decoder,
				ClerkJwtAuthenticationConverter converter) {
			JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
			provider.setJwtAuthenticationConverter(converter);
			return new AuthenticationWebSocketInterceptor(new BearerTokenAuthenticationExtractor(),
					new ProviderManager(provider));
		}

	}

	@Controller
	static class Queries {

		@QueryMapping
		String me(@CurrentSession ClerkSession session) {
			return session.userId();
		}

		@QueryMapping
		@RequiresRole("org:admin")
		String admin() {
			return "ok";
		}

		@QueryMapping
		@RequiresReverification
		String payment() {
			return "ok";
		}

	}

}
