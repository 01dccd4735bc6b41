package io.github.clerkspring.security.outbound;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the filters and interceptors over HTTP, with clients that follow redirects.
 */
class OutboundRequestTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final HttpClient JDK = HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();

	private static final reactor.netty.http.client.HttpClient REACTOR = reactor.netty.http.client.HttpClient.create()
		.followRedirect(true);

	private static RecordingServer service;

	private static RecordingServer other;

	private final MachineTokenProvider tokens = MachineTokenProvider.builder(new StubM2mTokens(Clock.systemUTC()))
		.build();

	private final Authentication caller = new JwtAuthenticationToken(new Jwt("caller-token", Instant.EPOCH,
			Instant.now().plusSeconds(60), Map.of("alg", "RS256"), Map.of("sub", "user_1")));

	@BeforeAll
	static void start() {
		service = new RecordingServer();
		other = new RecordingServer();
	}

	@AfterAll
	static void stop() {
		service.close();
		other.close();
	}

	@BeforeEach
	void signIn() {
		service.redirect(200, "");
		other.clear();
		SecurityContextHolder.getContext().setAuthentication(this.caller);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	static Stream<ClientHttpRequestFactory> requestFactories() {
		return Stream.of(new JdkClientHttpRequestFactory(JDK), new ReactorClientHttpRequestFactory(REACTOR),
				new SimpleClientHttpRequestFactory());
	}

	static Stream<Arguments> redirects() {
		return requestFactories().flatMap((requestFactory) -> Stream.of(301, 302, 303, 307, 308)
			.map((status) -> Arguments.of(requestFactory, status)));
	}

	@Test
	void interceptorsSendTokens() {
		send(RestClient.builder(), new MachineTokenInterceptor(this.tokens), service.url("/m2m"));
		send(RestClient.builder(), relay(), service.url("/relay"));
		assertThat(service.received()).containsExactly("GET /m2m Bearer mt_token1", "GET /relay Bearer caller-token");
	}

	@Test
	void opaqueTokensAreRelayed() {
		Instant now = Instant.now();
		OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "oat_caller", now,
				now.plusSeconds(60));
		Authentication machine = new BearerTokenAuthentication(
				new DefaultOAuth2AuthenticatedPrincipal(Map.of("sub", "user_1"), List.of()), token, List.of());
		SecurityContextHolder.getContext().setAuthentication(machine);
		send(RestClient.builder(), relay(), service.url("/rest"));
		Mono<Void> response = WebClient.builder()
			.filter(relayFilter())
			.build()
			.get()
			.uri(service.url("/web"))
			.exchangeToMono((result) -> result.releaseBody());
		StepVerifier.create(response.contextWrite(ReactiveSecurityContextHolder.withAuthentication(machine)))
			.expectComplete()
			.verify(LIMIT);
		assertThat(service.received()).containsExactly("GET /rest Bearer oat_caller", "GET /web Bearer oat_caller");
	}

	@ParameterizedTest
	@MethodSource("requestFactories")
	void interceptorsSendBody(ClientHttpRequestFactory requestFactory) {
		RestClient.builder()
			.requestInterceptor(new MachineTokenInterceptor(this.tokens, requestFactory))
			.build()
			.post()
			.uri(service.url("/"))
			.header("Authorization", "Basic replaced")
			.body(" body")
			.retrieve()
			.toBodilessEntity();
		assertThat(service.received()).containsExactly("POST / Bearer mt_token1 body");
	}

	@ParameterizedTest
	@MethodSource("redirects")
	void interceptorsDoNotFollowRedirects(ClientHttpRequestFactory requestFactory, int status) {
		service.redirect(status, other.url("/"));
		send(RestClient.builder().requestFactory(requestFactory), new MachineTokenInterceptor(this.tokens),
				service.url("/"));
		send(RestClient.builder().requestFactory(requestFactory), relay(), service.url("/"));
		assertThat(service.received()).hasSize(2);
		assertThat(other.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("requestFactories")
	void interceptorDoesNotRelayToOtherHosts(ClientHttpRequestFactory requestFactory) {
		send(RestClient.builder().requestFactory(requestFactory), relay(), other.url("/"));
		send(RestClient.builder().requestFactory(requestFactory), relay(),
				service.url("/").replace("127.0.0.1", "localhost"));
		assertThat(other.received()).containsExactly("GET / null");
		assertThat(service.received()).containsExactly("GET / null");
	}

	@Test
	void interceptorDoesNotRelayToListedHostByRedirectOfAnother() {
		other.redirect(302, service.url("/"));
		try {
			send(RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(JDK)), relay(), other.url("/"));
			assertThat(service.received()).containsExactly("GET / null");
		}
		finally {
			other.redirect(200, "");
		}
	}

	@Test
	void interceptorDoesNotBlockEventLoop() {
		RestClient client = RestClient.builder().requestInterceptor(new MachineTokenInterceptor(this.tokens)).build();
		Mono<?> response = Mono.fromCallable(() -> client.get().uri(service.url("/")).retrieve().toBodilessEntity())
			.subscribeOn(Schedulers.parallel());
		for (int request = 0; request < 2; request++) {
			StepVerifier.create(response)
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
					.hasMessageContaining("MachineTokenFilter"))
				.verify(LIMIT);
			// A token that is cached makes no difference
			this.tokens.token().block(LIMIT);
		}
		assertThat(service.received()).isEmpty();
	}

	@Test
	void interceptorSendsNothingWithoutCurrentToken() {
		SecurityContextHolder.clearContext();
		send(RestClient.builder(), relay(), service.url("/"));
		assertThat(service.received()).containsExactly("GET / null");
	}

	@Test
	void filtersSendTokens() {
		exchange(WebClient.builder(), new MachineTokenFilter(this.tokens), service.url("/m2m"));
		exchange(WebClient.builder(), relayFilter(), service.url("/relay"));
		assertThat(service.received()).containsExactly("GET /m2m Bearer mt_token1", "GET /relay Bearer caller-token");
	}

	@Test
	void filterRelaysTokenOfServletRequest() {
		Context servlet = Context.of("org.springframework.security.SECURITY_CONTEXT_ATTRIBUTES",
				Map.of(Authentication.class, this.caller));
		Mono<Void> response = WebClient.builder()
			.filter(relayFilter())
			.build()
			.get()
			.uri(service.url("/"))
			.exchangeToMono((result) -> result.releaseBody());
		StepVerifier.create(response.contextWrite(servlet)).expectComplete().verify(LIMIT);
		assertThat(service.received()).containsExactly("GET / Bearer caller-token");
	}

	@Test
	void filterSendsNothingWithoutCurrentToken() {
		StepVerifier
			.create(WebClient.builder()
				.filter(relayFilter())
				.build()
				.get()
				.uri(service.url("/"))
				.retrieve()
				.toBodilessEntity()
				.then())
			.expectComplete()
			.verify(LIMIT);
		assertThat(service.received()).containsExactly("GET / null");
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void filtersFollowRedirectsToOtherHostsWithoutToken(int status) {
		service.redirect(status, other.url("/"));
		WebClient.Builder builder = WebClient.builder().clientConnector(new ReactorClientHttpConnector(REACTOR));
		exchange(builder.clone(), new MachineTokenFilter(this.tokens), service.url("/"));
		exchange(builder.clone(), relayFilter(), service.url("/"));
		assertThat(service.received()).hasSize(2).allMatch((request) -> request.contains("Bearer"));
		assertThat(other.received()).containsOnly("GET / null");
	}

	static Stream<Integer> statuses() {
		return Stream.of(301, 302, 303, 307, 308);
	}

	@Test
	void filterDoesNotRelayToOtherHosts() {
		exchange(WebClient.builder(), relayFilter(), other.url("/"));
		exchange(WebClient.builder(), relayFilter(), service.url("/").replace("127.0.0.1", "localhost"));
		assertThat(other.received()).containsExactly("GET / null");
		assertThat(service.received()).containsExactly("GET / null");
	}

	@Test
	void filtersRefuseClientsThatWouldFollowRedirectsWithToken() {
		service.redirect(302, other.url("/"));
		for (ExchangeFilterFunction filter : new ExchangeFilterFunction[] { new MachineTokenFilter(this.tokens),
				relayFilter() }) {
			Mono<Void> response = WebClient.builder()
				.clientConnector(new JdkClientHttpConnector(JDK))
				.filter(filter)
				.build()
				.get()
				.uri(service.url("/"))
				.retrieve()
				.toBodilessEntity()
				.then();
			StepVerifier.create(response.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.caller)))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
					.hasMessageContaining("Reactor Netty only"))
				.verify(LIMIT);
		}
		assertThat(service.received()).isEmpty();
		assertThat(other.received()).isEmpty();
	}

	@Test
	void tokensAreInvisibleToFiltersAndExceptions() {
		service.redirect(400, "");
		StringBuilder seen = new StringBuilder();
		Mono<Void> response = WebClient.builder().filter(relayFilter()).filter((request, next) -> {
			seen.append(request.headers());
			return next.exchange(request);
		}).build().get().uri(service.url("/")).retrieve().toBodilessEntity().then();
		StepVerifier.create(response.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.caller)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(WebClientException.class)
				.extracting("request.headers")
				.asString()
				.doesNotContain("caller-token"))
			.verify(LIMIT);
		assertThat(seen).isNotEmpty().doesNotContain("caller-token");
		assertThat(service.received()).containsExactly("GET / Bearer caller-token");
	}

	private TokenRelayInterceptor relay() {
		return new TokenRelayInterceptor(RelayHosts.of(service.host()));
	}

	private TokenRelayFilter relayFilter() {
		return new TokenRelayFilter(RelayHosts.of(service.host()));
	}

	private static void send(RestClient.Builder builder, ClientHttpRequestInterceptor interceptor, String url) {
		builder.requestInterceptor(interceptor).build().get().uri(url).retrieve().toBodilessEntity();
	}

	private void exchange(WebClient.Builder builder, ExchangeFilterFunction filter, String url) {
		Mono<Void> response = builder.filter(filter)
			.build()
			.get()
			.uri(url)
			.exchangeToMono((result) -> result.releaseBody());
		StepVerifier.create(response.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.caller)))
			.expectComplete()
			.verify(LIMIT);
	}

}
