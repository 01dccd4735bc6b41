package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes in, a verdict comes out. An ordinary build runs the inputs in
 * {@code src/test/resources}; with {@code JAZZER_FUZZ=1} each of these methods looks for
 * new ones, when run alone.
 */
class TokenFuzzTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final TestClock CLOCK = new TestClock();

	private static final SessionTokenRules RULES = SessionTokenRules.forIssuer(TestInstance.ISSUER)
		.withAuthorizedParties(List.of(TestInstance.PARTY))
		.withAudience(List.of("api"));

	private static final ClerkJwtDecoder DECODER = new ClerkJwtDecoder(
			SessionTokenVerifier.builder(new OneKey(), RULES).clock(CLOCK).cache(0, Duration.ZERO).build());

	private static final SessionReader READER = new SessionReader();

	private static final SessionTokenReader TOKENS = SessionTokenReader
		.headerAndCookies(ClerkPublishableKey.of(ClerkInstanceType.DEVELOPMENT, "clerk.example.com"), RULES, CLOCK);

	@FuzzTest(maxDuration = "60s")
	void parser(FuzzedDataProvider data) {
		decode(data.consumeRemainingAsString());
	}

	@FuzzTest(maxDuration = "60s")
	void parts(FuzzedDataProvider data) {
		String header = TokenForge.encode(data.consumeBytes(300));
		String payload = TokenForge.encode(data.consumeBytes(3000));
		decode(header + "." + payload + "." + TokenForge.encode(data.consumeRemainingAsBytes()));
	}

	@FuzzTest(maxDuration = "60s")
	void signedPayload(FuzzedDataProvider data) {
		String input = TokenForge.encode(Claims.header().toString()) + "."
				+ TokenForge.encode(data.consumeRemainingAsBytes());
		decode(TokenForge.sign(KEY, input));
	}

	@FuzzTest(maxDuration = "60s")
	void claimsReader(FuzzedDataProvider data) {
		Map<String, Object> claims;
		try {
			claims = StrictJson.readObject(data.consumeRemainingAsBytes());
		}
		catch (TokenRejectedException ex) {
			return;
		}
		ClerkSession session = READER.read("user_1", "sess_1", null, claims);
		assertThat(ClerkAuthoritiesMapper.withDefaults().map(session)).isNotNull();
		assertThat(session.toString()).isNotEmpty();
		checkClaims(claims);
	}

	@FuzzTest(maxDuration = "60s")
	void permissions(FuzzedDataProvider data) {
		new PermissionDecoder().decode(data.consumeString(200), data.consumeString(200),
				data.consumeRemainingAsString());
	}

	@FuzzTest(maxDuration = "60s")
	void resolver(FuzzedDataProvider data) {
		Map<String, String> cookies = Map.of("__session", data.consumeString(500), "__client_uat",
				data.consumeString(20));
		Map<String, List<String>> headers = Map.of("Authorization", List.of(data.consumeString(500)), "Origin",
				List.of(data.consumeRemainingAsString()));
		try {
			String token = TOKENS.read(new SessionTokenReaderTests.Request("GET", headers, cookies));
			assertThat(token == null || !token.isEmpty()).isTrue();
		}
		catch (OAuth2AuthenticationException ex) {
			assertThat(ex.getError().getErrorCode()).isEqualTo("invalid_token");
		}
	}

	@FuzzTest(maxDuration = "60s")
	void publishableKey(FuzzedDataProvider data) {
		try {
			ClerkPublishableKey key = ClerkPublishableKey.valueOf("pk_test_" + data.consumeRemainingAsString());
			assertThat(key.frontendApiHost()).matches("[A-Za-z0-9.-]+");
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining("publishable key");
		}
	}

	@FuzzTest(maxDuration = "60s")
	void publicKey(FuzzedDataProvider data) {
		try {
			PemKeySource.of(data.consumeRemainingAsString());
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining("key");
		}
	}

	private static void checkClaims(Map<String, Object> claims) {
		try {
			new ClaimRules(RULES, CLOCK).check(claims);
		}
		catch (TokenRejectedException ex) {
			return;
		}
		CompactToken token = new CompactToken(Map.of("alg", "RS256"), claims, new byte[0], new byte[0]);
		assertThat(JwtFactory.create("token", token).getSubject()).startsWith("user_");
	}

	private static void decode(String token) {
		try {
			Jwt jwt = DECODER.decode(token);
			assertThat(jwt.getSubject()).startsWith("user_");
		}
		catch (JwtValidationException ex) {
			assertThat(ex.getErrors()).hasSize(1);
		}
	}

	/**
	 * The key that signs, under any id.
	 */
	private static final class OneKey implements ClerkKeySource {

		private final VerificationKey key = new VerificationKey((RSAPublicKey) KEY.getPublic());

		@Override
		public VerificationKey find(@Nullable String keyId) {
			return this.key;
		}

		@Override
		public Mono<VerificationKey> resolve(@Nullable String keyId) {
			return Mono.just(this.key);
		}

		@Override
		public Mono<Void> warmUp() {
			return Mono.empty();
		}

		@Override
		public ClerkKeySetState state() {
			return new ClerkKeySetState(true, false, 1, null, 0, 0, 0, null);
		}

	}

}
