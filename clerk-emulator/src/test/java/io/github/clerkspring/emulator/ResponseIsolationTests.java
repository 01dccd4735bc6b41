package io.github.clerkspring.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the headers of {@link HttpExchange} that keep web pages apart from responses.
 */
class ResponseIsolationTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/public/interstitial?frontend_api=evil",
			"/v1/public/interstitial?publishable_key=pk_test_Y2xlcmsuZW11bGF0b3IudGVzdCQ", "/v1/public/interstitial",
			"/v1/users", "/v1/nothing", "/.well-known/jwks.json", "/__emulator/instance", "/__emulator/nothing",
			"/nothing", "/v1/%zz" })
	void noResponseRunsScriptsOrIsEmbedded(String path) {
		Browser.Answer answer = new Browser(this.clerk).with("Authorization", "Bearer " + this.clerk.secretKey())
			.get(path);
		assertThat(answer.header("Content-Security-Policy").split("; ")).contains("sandbox", "default-src 'none'",
				"script-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
		assertIsolated(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console/tokens", "/console/nothing", "/console/console.js" })
	void theConsoleIsNotEmbedded(String path) {
		Browser.Answer answer = new Browser(this.clerk).get(path);
		assertThat(answer.header("Content-Security-Policy").split("; ")).contains("default-src 'none'",
				"script-src 'self'", "frame-ancestors 'none'");
		assertIsolated(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil\"></script><script>alert(1)</script>", "evil/x.js?", "evil#", "evil@evil", "",
			"evil\nx" })
	void interstitialTakesOnlyHostNames(String host) {
		for (String query : new String[] { "frontend_api=", "frontendApi=", "use_domain_for_script=true&domain=" }) {
			Browser.Answer answer = new Browser(this.clerk)
				.get("/v1/public/interstitial?" + query + URLEncoder.encode(host, StandardCharsets.UTF_8));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.body()).doesNotContain("<script");
		}
	}

	@Test
	void interstitialEscapesItsParameters() {
		String hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
		Browser.Answer answer = new Browser(this.clerk).get("/v1/public/interstitial?frontend_api=evil&domain="
				+ hostile + "&proxy_url=" + hostile + "&sign_in_url=" + hostile + "&publishable_key=" + hostile);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).containsOnlyOnce("<script").doesNotContain("\"><script");
	}

	private static void assertIsolated(Browser.Answer answer) {
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control-");
	}

}
