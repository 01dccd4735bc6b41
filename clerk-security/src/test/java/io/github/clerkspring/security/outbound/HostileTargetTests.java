package io.github.clerkspring.security.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Redirects and URIs whose host is read differently by parsers. {@code LISTED} is
 * replaced by the host that receives tokens, {@code OTHER} by another one.
 */
class HostileTargetTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	// Every name is an address of the test, so that no request fails because of its name
	private static final HttpClient REACTOR = HttpClient.create()
		.followRedirect(true)
		.resolver(new LoopbackResolverGroup());

	private static RecordingServer service;

	private static RecordingServer other;

	private final Authentication caller = new JwtAuthenticationToken(new Jwt("caller-token", Instant.EPOCH,
			Instant.now().plusSeconds(60), Map.of("alg", "RS256"), Map.of("sub", "user_1")));

	private final MachineTokenProvider tokens = MachineTokenProvider.builder(new StubM2mTokens(Clock.systemUTC()))
		.build();

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

	@ParameterizedTest
	@ValueSource(strings = { "http://OTHER/", "HTTP://OTHER/", "//OTHER/", "http://LISTED@OTHER/", "http://user@OTHER/",
			"http://LISTED#@OTHER/", "http://LISTED?@OTHER/", "http://OTHER#@LISTED/", "http://OTHER?@LISTED/",
			"http://OTHER\\@LISTED/", "http://LISTED\\@OTHER/", "http:OTHER/", "http:///OTHER/",
			"http://OTHER:80@LISTED/", "http://LISTED.OTHER/", "http://LISTED%40OTHER/", "http://LISTED;@OTHER/",
			"http://LISTED%00@OTHER/", "http://OTHER/http://LISTED/", "ftp://OTHER/", "ws://OTHER/", "http://[::1]:80/",
			"http://LISTED:OTHER/", " http://OTHER/", "http://localhost.:PORT/", "http://LOCALHOST:PORT/",
			"http://2130706433:PORT/", "http://0x7f.1:PORT/" })
	void redirectsDoNotMoveTokens(String location) {
		service.redirect(302, resolve(location));
		for (ExchangeFilterFunction filter : filters()) {
			exchange(filter, service.url("/"));
			assertThat(service.received().get(0)).startsWith("GET / Bearer ");
			assertThat(other.received()).as(location).allMatch((request) -> request.endsWith(" null"));
			service.redirect(302, resolve(location));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://LISTED@OTHER/", "http://LISTED#@OTHER/", "http://LISTED?@OTHER/",
			"http://LISTED;@OTHER/", "http://user@LISTED/", "http://OTHER#@LISTED/", "http://OTHER?@LISTED/",
			"http://localhost.:PORT/", "http://LOCALHOST:PORT/", "http://LISTED%40OTHER/" })
	void relayComparesHostThatReceivesRequest(String uri) {
		for (String template : new String[] { uri, uri.replace("http:", "HTTP:") }) {
			exchange(new TokenRelayFilter(RelayHosts.of(service.host())), resolve(template));
			requestFactories().forEach((requestFactory) -> send(requestFactory, resolve(template)));
			assertThat(other.received()).as(template).allMatch((request) -> request.endsWith(" null"));
		}
	}

	static Stream<ClientHttpRequestFactory> requestFactories() {
		return Stream.of(
				new JdkClientHttpRequestFactory(
						java.net.http.HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build()),
				new ReactorClientHttpRequestFactory(REACTOR), new SimpleClientHttpRequestFactory());
	}

	private ExchangeFilterFunction[] filters() {
		return new ExchangeFilterFunction[] { new MachineTokenFilter(this.tokens),
				new TokenRelayFilter(RelayHosts.of(service.host())) };
	}

	private static String resolve(String template) {
		return template.replace("LISTED", service.host())
			.replace("OTHER", other.host())
			.replace("PORT", other.host().split(":")[1]);
	}

	private void send(ClientHttpRequestFactory requestFactory, String uri) {
		RestClient client = RestClient.builder()
			.requestFactory(requestFactory)
			.requestInterceptor(new TokenRelayInterceptor(RelayHosts.of(service.host()), requestFactory))
			.build();
		outcome(Mono.fromCallable(() -> client.get().uri(URI.create(uri)).retrieve().toBodilessEntity()));
	}

	private void exchange(ExchangeFilterFunction filter, String uri) {
		outcome(WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(REACTOR))
			.filter(filter)
			.build()
			.get()
			.uri(URI.create(uri))
			.exchangeToMono((response) -> response.releaseBody()));
	}

	// Hosts that do not exist and locations that are no URI fail the request
	private void outcome(Mono<?> response) {
		StepVerifier
			.create(response.onErrorComplete()
				.then()
				.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.caller)))
			.expectComplete()
			.verify(LIMIT);
	}

	private static final class LoopbackResolverGroup extends AddressResolverGroup<InetSocketAddress> {

		@Override
		protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
			return new InetSocketAddressResolver(executor, new LoopbackResolver(executor));
		}

	}

	private static final class LoopbackResolver extends InetNameResolver {

		private LoopbackResolver(EventExecutor executor) {
			super(executor);
		}

		@Override
		protected void doResolve(String name, Promise<InetAddress> promise) {
			promise.setSuccess(InetAddress.getLoopbackAddress());
		}

		@Override
		protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
			promise.setSuccess(List.of(InetAddress.getLoopbackAddress()));
		}

	}

}
