package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ControlToken} over HTTP.
 */
class ControlTokenTests {

	private static final ClerkEmulatorOptions OPEN = ClerkEmulatorOptions.defaults().host("0.0.0.0");

	private static final String TOKEN = "a-token:of-my-own";

	@Test
	void loopbackNeedsNone() {
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			assertThat(clerk.controlToken()).isNull();
			assertThat(new Browser(clerk).get("/__emulator/instance").status()).isEqualTo(200);
		}
	}

	@Test
	void otherInterfacesNeedRandomOne() {
		try (ClerkEmulator one = ClerkEmulator.start(OPEN); ClerkEmulator another = ClerkEmulator.start(OPEN)) {
			assertThat(one.controlToken()).hasSize(32).isNotEqualTo(another.controlToken());
			assertThat(bearer(one, one.controlToken()).get("/__emulator/instance").status()).isEqualTo(200);
			assertThat(bearer(one, another.controlToken()).get("/__emulator/instance").status()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/__emulator/instance", "/__emulator/requests", "/__emulator/nothing",
			"/__emulator/health/x", "/__emulator" })
	void controlIsClosedWithoutIt(String path) {
		try (ClerkEmulator clerk = ClerkEmulator.start(OPEN)) {
			for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE")) {
				String token = clerk.controlToken();
				assertClosed(clerk, new Browser(clerk), method, path);
				assertClosed(clerk, new Browser(clerk), method, path + "?token=" + token + "&control_token=" + token);
				assertClosed(clerk, new Browser(clerk).with("Cookie", "token=" + token), method, path);
				assertClosed(clerk, bearer(clerk, token + "x"), method, path);
				assertClosed(clerk, bearer(clerk, ""), method, path);
				assertClosed(clerk, bearer(clerk, clerk.secretKey()), method, path);
				assertClosed(clerk, basic(clerk, token), method, path);
			}
		}
	}

	@Test
	void healthAndBackendApiDoNotNeedIt() {
		try (ClerkEmulator clerk = ClerkEmulator.start(OPEN)) {
			assertThat(new Browser(clerk).get("/__emulator/health").status()).isEqualTo(200);
			assertThat(bearer(clerk, clerk.secretKey()).get("/v1/users").status()).isEqualTo(200);
			assertThat(bearer(clerk, clerk.controlToken()).get("/v1/users").status()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console", "/console/users", "/console/console.js", "/console/nothing" })
	void consoleNeedsItAsPassword(String path) {
		try (ClerkEmulator clerk = ClerkEmulator.start(OPEN)) {
			Browser.Answer closed = new Browser(clerk).get(path);
			assertThat(closed.status()).isEqualTo(401);
			assertThat(closed.header("WWW-Authenticate")).startsWith("Basic ");
			assertThat(closed.body()).doesNotContain(clerk.controlToken(), clerk.secretKey());
			assertThat(basic(clerk, clerk.controlToken() + "x").get(path).status()).isEqualTo(401);
			assertThat(bearer(clerk, clerk.controlToken()).get(path).status()).isEqualTo(401);
			assertThat(new Browser(clerk).with("Authorization", "Basic !").get(path).status()).isEqualTo(401);
			Browser.Answer open = basic(clerk, clerk.controlToken()).get(path);
			assertThat(open.status()).isNotEqualTo(401);
			assertThat(open.head() + open.body()).doesNotContain(clerk.controlToken(), "Set-Cookie");
		}
	}

	@Test
	void givenTokenIsNeededOnLoopbackToo() {
		try (ClerkEmulator clerk = ClerkEmulator.start(ClerkEmulatorOptions.defaults().controlToken(TOKEN))) {
			assertThat(clerk.controlToken()).isEqualTo(TOKEN);
			assertClosed(clerk, new Browser(clerk), "GET", "/__emulator/instance");
			assertThat(bearer(clerk, TOKEN).get("/__emulator/instance").status()).isEqualTo(200);
			assertThat(basic(clerk, TOKEN).get("/").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "a token with spaces", "not-ascii-ääääääää", "line\nbreak0123456789" })
	void refusesTokenThatCanBeGuessedOrNotBeSent(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkEmulatorOptions.defaults().controlToken(token))
			.withMessageStartingWith("A control token has 16 to 256 visible ASCII characters");
	}

	@Test
	void isInNoText() {
		ClerkEmulatorOptions options = OPEN.controlToken(TOKEN);
		try (ClerkEmulator clerk = ClerkEmulator.start(options)) {
			assertThat(options + " " + clerk).doesNotContain(TOKEN);
			bearer(clerk, TOKEN).get("/v1/users");
			basic(clerk, TOKEN).get("/console/requests");
			assertThat(clerk.requests()).hasSize(1).asString().doesNotContain(TOKEN);
		}
	}

	private static void assertClosed(ClerkEmulator clerk, Browser browser, String method, String path) {
		Browser.Answer answer = browser.send(method, path, "");
		assertThat(answer.status()).as(method + " " + path).isEqualTo(401);
		assertThat(answer.body()).doesNotContain(clerk.controlToken(), clerk.secretKey());
	}

	private static Browser bearer(ClerkEmulator clerk, String token) {
		return new Browser(clerk).with("Authorization", "Bearer " + token);
	}

	private static Browser basic(ClerkEmulator clerk, String token) {
		String credentials = Base64.getEncoder().encodeToString(("ada:" + token).getBytes(StandardCharsets.UTF_8));
		return new Browser(clerk).with("Authorization", "Basic " + credentials);
	}

}
