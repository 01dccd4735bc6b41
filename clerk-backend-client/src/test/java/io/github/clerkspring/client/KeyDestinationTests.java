package io.github.clerkspring.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.util.DefaultUriBuilderFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.user.UserQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Keys go to the scheme, host and port of the API only, whatever the application does
 * with the web client.
 */
class KeyDestinationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ClerkServer server = new ClerkServer();

	private final ClerkServer other = new ClerkServer();

	private final ClerkBackendClient clerk = this.server.client().machineSecretKey(new Secret("ak_machine")).build();

	@AfterEach
	void close() {
		this.clerk.close();
		this.server.close();
		this.other.close();
	}

	static Stream<Arguments> requestsToOtherHosts() {
		return Stream.of(elsewhere("absolute text", (client, url) -> client.get().uri(url + "/v1/users")),
				elsewhere("template", (client, url) -> client.get().uri(url + "/{path}", "v1")),
				elsewhere("URI", (client, url) -> client.get().uri(URI.create(url + "/v1/users"))),
				elsewhere("builder",
						(client, url) -> client.get()
							.uri((builder) -> builder.host("localhost").port(URI.create(url).getPort()).build())),
				elsewhere("base URL", (client, url) -> client.mutate().baseUrl(url).build().get().uri("/users")),
				elsewhere("URI builder factory",
						(client, url) -> client.mutate()
							.uriBuilderFactory(new DefaultUriBuilderFactory(url))
							.build()
							.get()
							.uri("/users")),
				elsewhere("default request", (client, url) -> client.mutate()
					.defaultRequest((request) -> ((WebClient.RequestHeadersUriSpec<?>) request).uri(URI.create(url)))
					.build()
					.get()),
				elsewhere("rewriting filter",
						(client, url) -> client.mutate()
							.filter((request, next) -> next
								.exchange(ClientRequest.from(request).url(URI.create(url + "/v1/users")).build()))
							.build()
							.get()
							.uri("/users")),
				elsewhere("without filters",
						(client, url) -> client.mutate()
							.filters((filters) -> filters.clear())
							.baseUrl(url)
							.build()
							.get()
							.uri("/users")));
	}

	@ParameterizedTest
	@MethodSource("requestsToOtherHosts")
	void refusesRequestsToOtherHosts(BiFunction<WebClient, String, RequestHeadersSpec<?>> request) {
		assertRefused(request.apply(this.clerk.webClient(), this.other.url()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://127.0.0.1:%d/v1", "http://localhost:%d/v1", "http://127.0.0.1.:%d/v1",
			"http://127.0.0.1/v1", "http://127.0.0.1:%d0/v1", "http://[::1]:%d/v1", "http://127.1:%d/v1",
			"http://user@127.0.0.1:%d/v1", "http://127.0.0.1:%d@localhost/v1", "http://2130706433:%d/v1",
			"http://127.0.0.1:%d.evil/v1", "ftp://127.0.0.1:%d/v1", "file:/v1", "/v1", "//127.0.0.1:%d/v1",
			"http:/v1/users", "mailto:127.0.0.1", "http://_a_:%d/v1" })
	void refusesUrlsOfAnyOtherOrigin(String template) {
		URI url = URI.create(template.formatted(URI.create(this.server.url()).getPort()));
		assertRefused(this.clerk.webClient().get().uri(url));
	}

	@Test
	void acceptsEverySpellingOfTheApiUrl() {
		int port = URI.create(this.server.url()).getPort();
		StepVerifier
			.create(this.clerk.webClient()
				.get()
				.uri(URI.create("HTTP://127.0.0.1:" + port + "/other"))
				.retrieve()
				.toBodilessEntity())
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.headers()).containsEntry("authorization",
					"Bearer " + ClerkServer.SECRET_KEY));
	}

	@Test
	void doesNotFollowRedirectsEvenIfTheHttpClientDoes() {
		this.server
			.answer(new Answer(307, "text/plain", "", Map.of("Location", this.other.url() + "/v1/users/user_1")));
		try (ClerkBackendClient redirected = this.server.client()
			.httpClient(HttpClient.create().followRedirect(true).baseUrl(this.other.url()))
			.build()) {
			StepVerifier.create(redirected.users().get("user_1"))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageStartingWith("users.get: 307"))
				.verify(LIMIT);
		}
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.other.requests()).isEmpty();
	}

	@Test
	void keepsTheKeyFromAnotherConnector() {
		WebClient webClient = this.clerk.webClient().mutate().clientConnector(new JdkClientHttpConnector()).build();
		StepVerifier.create(webClient.get().uri(this.other.url()).retrieve().toBodilessEntity())
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.other.requests()).singleElement()
			.satisfies((request) -> assertThat(request.headers()).doesNotContainKey("authorization"));
	}

	@Test
	void ignoresHostHeaderOfTheCaller() {
		StepVerifier
			.create(this.clerk.webClient()
				.get()
				.uri("/users")
				.header("Host", "evil.example.com")
				.header("Authorization", "Bearer other")
				.retrieve()
				.toBodilessEntity())
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.headers())
				.containsEntry("host", this.server.url().substring("http://".length()))
				.containsEntry("authorization", "Bearer " + ClerkServer.SECRET_KEY));
	}

	@Test
	void usesTheMachinesKeyForMachineTokensOnly() {
		this.clerk.m2mTokens().verify("mt_1").block(LIMIT);
		this.clerk.users().get("user_1").block(LIMIT);
		this.clerk.machines().get("mch_1").block(LIMIT);
		this.clerk.webClient().post().uri("/m2m_tokens/verify").retrieve().toBodilessEntity().block(LIMIT);
		assertThat(this.server.requests()).extracting((request) -> request.headers().get("authorization"))
			.containsExactly("Bearer ak_machine", "Bearer " + ClerkServer.SECRET_KEY,
					"Bearer " + ClerkServer.SECRET_KEY, "Bearer " + ClerkServer.SECRET_KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "api.clerk.com", "ftp://api.clerk.com", "https://key@api.clerk.com",
			"https://api.clerk.com?a=b", "https://api.clerk.com#a", "https:///v1", "https://a_b@c_d:1:2" })
	void refusesAUrlOfTheApiThatHasNoOrigin(String apiUrl) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_1")).apiUrl(apiUrl).build())
			.withMessageStartingWith("The URL of the API must");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a+b@x.org", "a%2Bb", "a/b", "a b", "ä€😀", "{a}", "a&b=c", "#", "?", ";", "'\"" })
	void encodesEveryValueSoThatClerkReadsIt(String value) {
		this.clerk.users().list(UserQuery.create().emailAddress(value)).block(LIMIT);
		this.clerk.users().get(value).block(LIMIT);
		assertThat(this.server.requests()).extracting((request) -> URI.create(request.uri()))
			.satisfiesExactly((list) -> assertThat(decode(list.getRawQuery())).isEqualTo("email_address=" + value),
					(get) -> assertThat(decode(get.getRawPath())).isEqualTo("/v1/users/" + value));
	}

	/** As a server reads a form: a plus sign is a space. */
	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private void assertRefused(RequestHeadersSpec<?> request) {
		StepVerifier.create(Mono.defer(() -> request.retrieve().toBodilessEntity()))
			.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContainingAll("was rejected",
					"http://127.0.0.1:" + URI.create(this.server.url()).getPort()))
			.verify(LIMIT);
		assertThat(this.server.requests()).isEmpty();
		assertThat(this.other.requests()).isEmpty();
	}

	private static Arguments elsewhere(String name, BiFunction<WebClient, String, RequestHeadersSpec<?>> request) {
		return Arguments.of(Named.of(name, request));
	}

}
