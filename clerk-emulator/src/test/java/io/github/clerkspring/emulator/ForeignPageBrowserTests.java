package io.github.clerkspring.emulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a page of another site can do to an emulator, in Chromium. They are
 * skipped where it is not installed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "io.github.clerkspring.emulator.Chromium#isInstalled",
		disabledReason = "there is no /usr/bin/chromium with /usr/bin/chromedriver")
class ForeignPageBrowserTests {

	private static final byte[] PAGE = "<!DOCTYPE html><title>Evil</title>".getBytes(StandardCharsets.UTF_8);

	private static final String FETCH = """
			const [url, options, done] = arguments;
			fetch(url, options).then((answer) => answer.text().then((text) => done('read ' + text)))
				.catch((failure) => done('failed'));
			""";

	private static final String EMBED = """
			const [url, done] = arguments;
			const frame = document.createElement('iframe');
			frame.onload = () => done('loaded');
			frame.src = url;
			document.body.append(frame);
			""";

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private HttpServer site;

	private ChromeDriver driver;

	@BeforeAll
	void open() throws Exception {
		this.site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.site.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, PAGE.length);
			exchange.getResponseBody().write(PAGE);
			exchange.close();
		});
		this.site.start();
		this.driver = Chromium.open("--host-resolver-rules=MAP evil.example 127.0.0.1");
		this.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
	}

	@AfterAll
	void close() {
		this.driver.quit();
		this.site.stop(0);
		this.clerk.close();
	}

	@BeforeEach
	void visit() {
		this.clerk.reset();
		this.clerk.users().create("ada@example.com");
		this.driver.get("http://evil.example:" + this.site.getAddress().getPort() + "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/__emulator/instance", "/.well-known/jwks.json", "/v1/users", "/" })
	void readsNothing(String path) {
		assertThat(fetch(this.clerk.baseUrl() + path, "{}")).isEqualTo("failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/__emulator/reset", "/console/reset" })
	void changesNothing(String path) {
		for (String mode : new String[] { "no-cors", "cors" }) {
			fetch(this.clerk.baseUrl() + path, "{method: 'POST', mode: '" + mode + "', body: '{}'}");
		}
		assertThat(this.clerk.call("GET", "/users/count", null)).containsEntry("total_count", 1);
	}

	@Test
	void embedsNothing() {
		this.driver.executeAsyncScript(EMBED,
				this.clerk.baseUrl() + "/v1/public/interstitial?frontend_api=evil.example");
		assertThat(this.clerk.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/__emulator/instance", "/v1/public/interstitial?frontend_api=evil.example", "/" })
	void reachesNothingByDnsRebinding(String path) {
		int port = URI.create(this.clerk.baseUrl()).getPort();
		this.driver.get("http://evil.example:" + port + path);
		assertThat(this.driver.getPageSource()).contains("foreign_caller").doesNotContain(this.clerk.secretKey());
	}

	@Test
	void linkedInterstitialRunsNoScript() {
		this.driver.manage().logs().get(LogType.BROWSER);
		this.driver.get(this.clerk.baseUrl() + "/v1/public/interstitial?frontend_api=evil.example");
		assertThat(this.clerk.requests()).hasSize(1);
		assertThat(this.driver.manage().logs().get(LogType.BROWSER).getAll())
			.anySatisfy((line) -> assertThat(line.getMessage()).contains("sandboxed"))
			.noneSatisfy((line) -> assertThat(line.getMessage()).contains("net::"));
	}

	private String fetch(String url, String options) {
		return (String) this.driver
			.executeAsyncScript(FETCH.replace("fetch(url, options)", "fetch(url, " + options + ")"), url, options);
	}

}
