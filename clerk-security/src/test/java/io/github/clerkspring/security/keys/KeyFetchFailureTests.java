package io.github.clerkspring.security.keys;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.Reachable;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A warning says where and why keys could not be fetched, and nothing secret.
 */
class KeyFetchFailureTests {

	private static final ClerkSecretKey SECRET_KEY = ClerkSecretKey.valueOf("sk_test_planted");

	private final TestClock clock = new TestClock();

	private final TestInstance instance = new TestInstance().key("ins_a", TokenForge.newKey(2048));

	private final LogRecorder log = new LogRecorder("io.github.clerkspring.security");

	@AfterEach
	void close() {
		this.log.close();
		this.instance.close();
	}

	private RemoteKeySourceBuilder backend(URI base) {
		return ClerkKeySource.backendApi(base, SECRET_KEY).clock(this.clock);
	}

	private void fail(ClerkKeySource keys, String... reasons) {
		ClerkUnavailableException failure = catchThrowableOfType(ClerkUnavailableException.class,
				() -> keys.resolve("ins_a").block(Duration.ofSeconds(60)));
		assertThat(this.warnings()).last().asString().contains(reasons);
		assertThat(Reachable.texts(failure)).contains("KeyServerException").doesNotContain("planted");
		assertThat(this.log.text()).doesNotContain("planted");
		this.clock.advance(Duration.ofMinutes(1));
	}

	private List<String> warnings() {
		return this.log.text().lines().filter((line) -> line.startsWith("WARN")).toList();
	}

	@Test
	void namesTheStatus() {
		ClerkKeySource keys = backend(this.instance.base()).build();
		String place = this.instance.base() + "/v1/jwks: ";
		this.instance.fail(401, "");
		fail(keys, place + "The key server answered 401, the secret key is not accepted there");
		this.instance.fail(404, "");
		fail(keys, place + "The key server answered 404");
		this.instance.fail(302, "");
		fail(keys, place + "The key server answered 302, redirects are not followed");
		this.instance.answer(200, "<html>");
		fail(keys, place + "The response is not JSON");
		this.instance.answer(200, "{\"keys\":[{}]}");
		fail(keys, place + "None of the 1 keys in the response can verify session tokens");
		this.instance.answer(200, " ".repeat(300_000));
		fail(keys, place);
	}

	@Test
	void namesPathWithTwoVersions() {
		this.instance.fail(404, "");
		fail(backend(this.instance.base().resolve("/v1")).build(), "/v1/v1/jwks: The key server answered 404",
				"the path has /v1 twice");
	}

	@Test
	void namesHostThatCannotBeResolvedOrTrusted() {
		URI base = URI.create("https://user:planted@api.clerk.test/");
		fail(backend(base).connector(failing(new UnknownHostException("api.clerk.test"))).build(),
				"https://api.clerk.test/v1/jwks: UnknownHostException: api.clerk.test");
		fail(backend(base)
			.connector(failing(new SSLHandshakeException("PKIX path building failed: unable to find valid path")))
			.build(), "https://api.clerk.test/v1/jwks: SSLHandshakeException: PKIX path building failed");
		fail(backend(base).connector(failing(new ConnectException("x".repeat(10_000)))).build(), "ConnectException: x");
		assertThat(this.warnings()).last().asString().hasSizeLessThan(1000);
	}

	@Test
	void namesFailureOfTheConnector() {
		ClerkKeySource keys = backend(this.instance.base()).connector((Supplier<ClientHttpConnector>) () -> {
			throw new IllegalStateException("planted");
		}).build();
		assertThatExceptionOfType(ClerkUnavailableException.class)
			.isThrownBy(() -> keys.resolve("ins_a").block(Duration.ofSeconds(60)));
		assertThat(this.warnings()).singleElement()
			.asString()
			.endsWith(this.instance.base() + "/v1/jwks: java.lang.IllegalStateException");
	}

	private static ClientHttpConnector failing(Exception failure) {
		return (method, uri, callback) -> Mono.error(failure);
	}

	@Test
	void namesProxyThatRefuses() {
		this.instance.fail(403, "");
		ClientHttpConnector connector = new ReactorClientHttpConnector(HttpClient.newConnection()
			.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP)
				.host("127.0.0.1")
				.port(this.instance.base().getPort())
				.username("user")
				.password((user) -> "planted")));
		fail(backend(URI.create("http://api.clerk.test")).connector(connector).build(),
				"http://api.clerk.test/v1/jwks: ", "ProxyConnectException", "403");
	}

	@Test
	void namesServerThatDoesNotAnswer() {
		ClerkKeySource keys = backend(this.instance.base()).timeout(Duration.ofMillis(50))
			.connector((method, uri, callback) -> Mono.never())
			.build();
		fail(keys, "No complete response within 50 ms");
	}

	@Test
	void warnsOnceForEachReasonAndWhenKeysAreBack() {
		ClerkKeySource keys = backend(this.instance.base()).build();
		this.instance.fail(404, "");
		for (int i = 0; i < 5; i++) {
			fail(keys, "404");
		}
		assertThat(this.warnings()).hasSize(1);
		this.instance.fail(400, "");
		fail(keys, "400");
		assertThat(this.warnings()).hasSize(2);
		this.instance.recover();
		assertThat(keys.resolve("ins_a").block(Duration.ofSeconds(60))).isNotNull();
		assertThat(this.log.text().lines().filter((line) -> line.startsWith("INFO"))).hasSize(1);
		this.instance.fail(400, "");
		this.clock.advance(Duration.ofHours(2));
		fail(keys, "400", "The keys that were fetched before");
		assertThat(this.warnings()).hasSize(3);
	}

}
