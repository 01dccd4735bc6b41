package io.github.clerkspring.security.web;

import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.session.SessionTokenRules;

import static org.assertj.core.api.Assertions.assertThat;

class SessionTokenReaderTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final String OLD = token(Claims.payload().set("iat", "1799999900"));

	private static final String NEW = token(Claims.payload().set("iat", "1800000000"));

	private static final String EXPIRED = token(Claims.payload().set("exp", "1799999999").set("iat", "1799999900"));

	private static final String FOREIGN = token(Claims.payload().set("iss", "\"https://clerk.other.test\""));

	private static final String NO_ISSUER = token(Claims.payload().without("iss"));

	private final ClerkPublishableKey production = ClerkPublishableKey.of(ClerkInstanceType.PRODUCTION,
			"clerk.example.com");

	private final ClerkPublishableKey development = ClerkPublishableKey.of(ClerkInstanceType.DEVELOPMENT,
			"clerk.example.com");

	private static String token(Claims payload) {
		return TokenForge.sign(KEY, Claims.header().toString(), payload.toString());
	}

	private @Nullable String choose(ClerkPublishableKey key, @Nullable String plain, @Nullable String suffixed,
			@Nullable String uat, @Nullable String suffixedUat) {
		Map<String, String> cookies = new HashMap<>();
		put(cookies, "__session", plain);
		put(cookies, "__session_" + key.cookieSuffix(), suffixed);
		put(cookies, "__client_uat", uat);
		put(cookies, "__client_uat_" + key.cookieSuffix(), suffixedUat);
		return reader(key, List.of()).read(new Request("GET", Map.of(), cookies));
	}

	private static void put(Map<String, String> cookies, String name, @Nullable String value) {
		if (value != null) {
			cookies.put(name, value);
		}
	}

	private SessionTokenReader reader(ClerkPublishableKey key, List<String> parties) {
		return SessionTokenReader.headerAndCookies(key,
				SessionTokenRules.forIssuer(TestInstance.ISSUER).withAuthorizedParties(parties), new TestClock());
	}

	@Test
	void choosesCookieAsClerkDoes() {
		assertThat(choose(this.production, null, null, null, null)).isNull();
		assertThat(choose(this.production, OLD, null, "1", null)).isEqualTo(OLD);
		assertThat(choose(this.production, NO_ISSUER, NEW, "1", "1")).isEqualTo(NO_ISSUER);
		assertThat(choose(this.production, FOREIGN, OLD, "1", "1")).isEqualTo(OLD);
		assertThat(choose(this.production, FOREIGN, null, "1", null)).isNull();
		assertThat(choose(this.production, OLD, NEW, "1", "1")).isEqualTo(NEW);
		assertThat(choose(this.production, NEW, OLD, "1", "1")).isEqualTo(NEW);
		assertThat(choose(this.production, OLD, NEW, "1", "0")).isEqualTo(OLD);
		assertThat(choose(this.production, OLD, NEW, "0", "0")).isEqualTo(NEW);
		assertThat(choose(this.production, OLD, NEW, "1", null)).isEqualTo(OLD);
		assertThat(choose(this.production, null, NEW, null, "1")).isEqualTo(NEW);
		assertThat(choose(this.production, OLD, EXPIRED, "0", "1")).isEqualTo(EXPIRED);
		assertThat(choose(this.development, OLD, EXPIRED, "0", "1")).isEqualTo(OLD);
		assertThat(choose(this.development, OLD, NEW, "0", "1")).isEqualTo(NEW);
	}

	@Test
	void rejectsCookieWithoutAuthorizedParty() {
		SessionTokenReader reader = reader(this.production, List.of(TestInstance.PARTY));
		Map<String, String> cookies = Map.of("__session", token(Claims.payload().without("azp")));
		assertThat(reader.read(new Request("GET", Map.of(), cookies))).isEqualTo(SessionTokenReader.MALFORMED);
		assertThat(reader.read(new Request("GET", Map.of(), Map.of("__session", NEW)))).isEqualTo(NEW);
	}

	@Test
	void readsNoCookieOfWebSocketRequest() {
		SessionTokenReader reader = reader(this.production, List.of(TestInstance.PARTY));
		Map<String, String> cookies = Map.of("__session", NEW);
		Map<String, List<String>> upgrade = Map.of("Upgrade", List.of("websocket"));
		assertThat(reader.read(new Request("GET", upgrade, cookies))).isNull();
		Map<String, List<String>> ours = Map.of("Upgrade", List.of("websocket"), "Origin", List.of(TestInstance.PARTY));
		assertThat(reader.read(new Request("GET", ours, cookies))).isEqualTo(NEW);
		Map<String, List<String>> twice = Map.of("Origin", List.of(TestInstance.PARTY, "https://evil.test"));
		assertThat(reader.read(new Request("POST", twice, cookies))).isNull();
	}

	@Test
	void readsNoCookieByDefault() {
		assertThat(SessionTokenReader.headerOnly().read(new Request("GET", Map.of(), Map.of("__session", NEW))))
			.isNull();
	}

	@Test
	void ignoresOtherSchemes() {
		for (String value : List.of("Basic dTpw", "Bearerx y", "Digest a", "", NEW)) {
			assertThat(SessionTokenReader.headerOnly()
				.read(new Request("GET", Map.of("Authorization", List.of(value)), Map.of()))).as(value).isNull();
		}
	}

	@Test
	void acceptsOnlyCharactersOfTokens() {
		String characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=";
		for (char character = 0; character < 0x200; character++) {
			String token = "a" + character + "b";
			assertThat(SessionTokenReader.headerOnly()
				.read(new Request("GET", Map.of("Authorization", List.of("Bearer " + token)), Map.of())))
				.isEqualTo((characters.indexOf(character) >= 0) ? token : SessionTokenReader.MALFORMED);
		}
	}

	@Test
	void rejectsSeveralHeadersIfOneIsBearer() {
		for (List<String> values : List.of(List.of("Bearer a", "Bearer a"), List.of("Basic dTpw", "bearer a"),
				List.of("Bearer a", "Basic dTpw"))) {
			assertThat(
					SessionTokenReader.headerOnly().read(new Request("GET", Map.of("Authorization", values), Map.of())))
				.as(values.toString())
				.isEqualTo(SessionTokenReader.MALFORMED);
		}
	}

	/**
	 * A request.
	 *
	 * @param method its method
	 * @param headers its headers
	 * @param cookies its cookies
	 */
	record Request(String method, Map<String, List<String>> headers,
			Map<String, String> cookies) implements RequestView {

		@Override
		public List<String> headers(String name) {
			return this.headers.getOrDefault(name, List.of());
		}

		@Override
		public @Nullable String cookie(String name) {
			return this.cookies.get(name);
		}

	}

}
