package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CallerCheck} over HTTP, with the headers that browsers send.
 */
class CallerCheckTests {

	private static final String JWKS = "/.well-known/jwks.json";

	private static final List<String> PATHS = List.of("/v1/users", "/v1/jwks",
			"/v1/public/interstitial?frontend_api=evil", "/v1/nothing", "/api_keys", JWKS, "/__emulator/health",
			"/__emulator/instance", "/__emulator/nothing", "/", "/console/users", "/console/console.js", "/nothing");

	private final ClerkEmulator clerk = ClerkEmulator.start();

	@AfterEach
	void close() {
		this.clerk.close();
	}

	static Stream<String> paths() {
		return PATHS.stream();
	}

	@ParameterizedTest
	@MethodSource("paths")
	void refusesForeignHostOnEveryPath(String path) {
		for (String host : List.of("evil.example", "evil.example:4000", "localhost.evil.example",
				"127.0.0.1.evil.example", "evil.example#localhost", "localhost@evil.example", "192.168.1.2:4000",
				"0.0.0.0:4000", "clerk:4000", "clerk.local", "")) {
			assertRefused(path, (browser) -> browser.with("Host", host));
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void refusesForeignOriginOnEveryPath(String path) {
		for (String origin : List.of("null", "http://evil.example", "https://evil.example:4000",
				"http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://localhost@evil.example",
				"http://localhost/", "http://clerk:4000", "http://0.0.0.0", "file://", "chrome-extension://abc",
				"ftp://localhost", "localhost", "")) {
			assertRefused(path, (browser) -> browser.with("Origin", origin));
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void refusesWhatForeignPageEmbedsOnEveryPath(String path) {
		for (String destination : List.of("iframe", "frame", "script", "image", "style", "object", "empty")) {
			assertRefused(path,
					(browser) -> browser.with("Sec-Fetch-Site", "cross-site")
						.with("Sec-Fetch-Mode", "no-cors")
						.with("Sec-Fetch-Dest", destination));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"application/json" })
	void refusesFormsOfForeignPages(String type) {
		this.clerk.users().create("ada@example.com");
		for (String path : List.of("/__emulator/reset", "/console/reset")) {
			Browser.Answer answer = new Browser(this.clerk).with("Origin", "http://evil.example")
				.with("Content-Type", type)
				.send("POST", path, "");
			assertThat(answer.status()).isEqualTo(403);
		}
		assertThat(this.clerk.call("GET", "/users/count", null)).containsEntry("total_count", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:4000", "127.0.0.1:4000", "127.0.0.2", "[::1]:4000",
			"clerk.localhost:4000", "LOCALHOST:4000" })
	void answersNamesOfThisMachine(String host) {
		assertThat(health((browser) -> browser.with("Host", host))).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:3000", "https://localhost", "http://127.0.0.1:5173", "http://[::1]:3000",
			"https://app.localhost:3000" })
	void answersPagesOfThisMachine(String origin) {
		assertThat(health((browser) -> browser.with("Origin", origin).with("Sec-Fetch-Site", "cross-site")))
			.isEqualTo(200);
		assertThat(new Browser(this.clerk).with("Origin", origin).get(JWKS).status()).isEqualTo(200);
	}

	@Test
	void answersLinkOfForeignPage() {
		Browser.Answer answer = new Browser(this.clerk).with("Sec-Fetch-Site", "cross-site")
			.with("Sec-Fetch-Mode", "navigate")
			.with("Sec-Fetch-Dest", "document")
			.get("/");
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void answersOriginsThatTheInstanceAllows() {
		this.clerk.call("PATCH", "/instance", Map.of("allowed_origins", List.of("chrome-extension://abc")));
		assertThat(new Browser(this.clerk).with("Origin", "chrome-extension://abc").get(JWKS).status()).isEqualTo(200);
		assertRefused(JWKS, (browser) -> browser.with("Origin", "chrome-extension://abcd"));
	}

	@Test
	void answersAllowedHost() {
		try (ClerkEmulator trusting = ClerkEmulator
			.start(ClerkEmulatorOptions.defaults().allowedHost("Clerk.Example").allowedHost("app.example"))) {
			Browser browser = new Browser(trusting).with("Host", "clerk.example:4000");
			assertThat(browser.get(JWKS).status()).isEqualTo(200);
			assertThat(browser.with("Origin", "https://app.example:8443").get(JWKS).status()).isEqualTo(200);
			assertThat(browser.with("Origin", "https://evil.app.example").get(JWKS).status()).isEqualTo(403);
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClerkEmulatorOptions.defaults().allowedHost("http://app.example"));
	}

	@Test
	void refusedCallsAreNotRecordedAndUseUpNoFault() {
		this.clerk.failNext(Fault.status(503));
		assertRefused("/v1/users", (browser) -> browser.with("Host", "evil.example"));
		assertThat(this.clerk.requests()).isEmpty();
		assertThat(new Browser(this.clerk).get("/v1/users").status()).isEqualTo(503);
	}

	@Test
	void onOtherInterfacesAnswersAddressesAndNamesThatAreNotPublic() {
		try (ClerkEmulator open = ClerkEmulator.start(ClerkEmulatorOptions.defaults().host("0.0.0.0"))) {
			for (String host : List.of("clerk:4000", "host.docker.internal:4000", "192.168.1.2:4000", "[fe80::1]:4000",
					"clerk.default.svc.cluster.local")) {
				assertThat(new Browser(open).with("Host", host).get(JWKS).status()).as(host).isEqualTo(200);
			}
			for (String host : List.of("evil.example", "192.168.1.2.evil.example", "clerk.evil.example:4000")) {
				assertThat(new Browser(open).with("Host", host).get(JWKS).status()).as(host).isEqualTo(403);
			}
		}
	}

	@Test
	void onOtherInterfacesAnswersPagesOfTheSameNetworkAndOfItself() {
		try (ClerkEmulator open = ClerkEmulator.start(ClerkEmulatorOptions.defaults().host("0.0.0.0"))) {
			Browser browser = new Browser(open).with("Host", "192.168.1.2:4000");
			for (String origin : List.of("http://192.168.1.2:4000", "http://localhost:3000", "http://app:8080")) {
				assertThat(browser.with("Origin", origin).get(JWKS).status()).as(origin).isEqualTo(200);
			}
			for (String origin : List.of("http://192.168.1.2:4001", "http://203.0.113.5", "https://evil.example",
					"null")) {
				assertThat(browser.with("Origin", origin).get(JWKS).status()).as(origin).isEqualTo(403);
			}
		}
	}

	private void assertRefused(String path, UnaryOperator<Browser> headers) {
		for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE")) {
			Browser browser = new Browser(this.clerk).with("Authorization", "Bearer " + this.clerk.secretKey());
			Browser.Answer answer = headers.apply(browser).send(method, path, "");
			assertThat(answer.status()).as(method + " " + answer).isEqualTo(403);
			assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control-");
			assertThat(answer.body()).doesNotContain(this.clerk.secretKey());
		}
	}

	private int health(UnaryOperator<Browser> headers) {
		return headers.apply(new Browser(this.clerk)).get("/__emulator/health").status();
	}

}
