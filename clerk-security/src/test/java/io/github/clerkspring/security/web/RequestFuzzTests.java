package io.github.clerkspring.security.web;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.session.SessionTokenRules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any request has a token or none.
 */
class RequestFuzzTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final ClerkPublishableKey PUBLISHABLE_KEY = ClerkPublishableKey.of(ClerkInstanceType.DEVELOPMENT,
			"clerk.example.com");

	private static final SessionTokenReader TOKENS = SessionTokenReader.headerAndCookies(PUBLISHABLE_KEY,
			SessionTokenRules.forIssuer(TestInstance.ISSUER).withAuthorizedParties(List.of(TestInstance.PARTY)),
			new TestClock());

	static Stream<Arguments> requests() {
		String token = TokenForge.sign(KEY, Claims.header().toString(), Claims.payload().toString());
		String other = TokenForge.sign(KEY, Claims.header().toString(), Claims.payload().set("iat", "1").toString());
		return Stream
			.of("GET\nBearer " + token, "GET\nbearer  x\nBasic x", "GET\n\n\n\n" + token + "\n" + other + "\n1\n1",
					"GET\n\n\n\n" + other + "\n" + token + "\n0\n1800000000",
					"POST\n\n\n" + TestInstance.PARTY + "\n" + token)
			.map((request) -> Arguments.of((Object) request.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Finds the token of a request that is written one part a line: method, two
	 * {@code Authorization} headers, origin, two session cookies and two marks of a
	 * sign-in.
	 * @param data the request
	 */
	@MethodSource("requests")
	@FuzzTest
	void resolver(byte[] data) {
		String[] lines = (new String(data, StandardCharsets.UTF_8) + "\n".repeat(8)).split("\n", -1);
		Map<String, List<String>> headers = new HashMap<>();
		headers.put("Authorization", Stream.of(lines[1], lines[2]).filter((value) -> !value.isEmpty()).toList());
		headers.put("Origin", List.of(lines[3]));
		String suffix = "_" + PUBLISHABLE_KEY.cookieSuffix();
		Map<String, String> cookies = Map.of("__session", lines[4], "__session" + suffix, lines[5], "__client_uat",
				lines[6], "__client_uat" + suffix, lines[7]);
		String token = TOKENS.read(new SessionTokenReaderTests.Request(lines[0], headers, cookies));
		assertThat(token == null || token.matches("[A-Za-z0-9._~+/=-]+")).isTrue();
	}

	@FuzzTest
	void publishableKey(byte[] data) {
		try {
			ClerkPublishableKey key = ClerkPublishableKey
				.valueOf("pk_test_" + new String(data, StandardCharsets.UTF_8));
			assertThat(key.frontendApiHost()).matches("[A-Za-z0-9.-]+");
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining("publishable key");
		}
	}

}
