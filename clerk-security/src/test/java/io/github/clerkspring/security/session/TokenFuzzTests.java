package io.github.clerkspring.security.session;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.attack.AttackCase;
import io.github.clerkspring.security.attack.AttackCorpus;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes in, a verdict comes out. An ordinary build runs the attack corpus and
 * the inputs in {@code src/test/resources}, those that once broke something among them;
 * {@code .ci/fuzz} looks for new ones.
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

	private static final ClerkPublishableKey PUBLISHABLE_KEY = ClerkPublishableKey.of(ClerkInstanceType.DEVELOPMENT,
			"clerk.example.com");

	private static final SessionTokenReader TOKENS = SessionTokenReader.headerAndCookies(PUBLISHABLE_KEY, RULES, CLOCK);

	private static final int LONGEST_SEED = 4096;

	private static Stream<AttackCase> cases() {
		return new AttackCorpus(KEY, KEY).cases().stream().filter((one) -> one.token().length() <= LONGEST_SEED);
	}

	static Stream<Arguments> tokens() {
		return cases().map(AttackCase::token)
			.map((token) -> Arguments.of((Object) token.getBytes(StandardCharsets.UTF_8)));
	}

	static Stream<Arguments> payloads() {
		return cases().map((one) -> one.token().split("\\."))
			.filter((parts) -> parts.length == 3 && parts[1].matches("[\\w-]*") && parts[1].length() % 4 != 1)
			.map((parts) -> Arguments.of((Object) Base64.getUrlDecoder().decode(parts[1])));
	}

	static Stream<Arguments> requests() {
		String token = TokenForge.sign(KEY, Claims.header().toString(), Claims.payload().toString());
		String other = TokenForge.sign(KEY, Claims.header().toString(), Claims.payload().set("iat", "1").toString());
		return Stream
			.of("GET\nBearer " + token, "GET\nbearer  x\nBasic x", "GET\n\n\n\n" + token + "\n" + other + "\n1\n1",
					"GET\n\n\n\n" + other + "\n" + token + "\n0\n1800000000",
					"POST\n\n\n" + TestInstance.PARTY + "\n" + token)
			.map((request) -> Arguments.of((Object) request.getBytes(StandardCharsets.UTF_8)));
	}

	@MethodSource("tokens")
	@FuzzTest
	void parser(byte[] data) {
		decode(new String(data, StandardCharsets.UTF_8));
	}

	@FuzzTest
	void parts(FuzzedDataProvider data) {
		String header = TokenForge.encode(data.consumeBytes(300));
		String payload = TokenForge.encode(data.consumeBytes(3000));
		decode(header + "." + payload + "." + TokenForge.encode(data.consumeRemainingAsBytes()));
	}

	@MethodSource("payloads")
	@FuzzTest
	void signedPayload(byte[] data) {
		String input = TokenForge.encode(Claims.header().toString()) + "." + TokenForge.encode(data);
		decode(TokenForge.sign(KEY, input));
	}

	@MethodSource("payloads")
	@FuzzTest
	void claimsReader(byte[] data) {
		Map<String, Object> claims;
		try {
			claims = StrictJson.readObject(data);
		}
		catch (TokenRejectedException ex) {
			return;
		}
		ClerkSession session = READER.read("user_1", "sess_1", null, claims);
		assertThat(ClerkAuthoritiesMapper.withDefaults().map(session)).isNotNull();
		assertThat(session.toString()).isNotEmpty();
	}

	@FuzzTest
	void keySet(byte[] data) {
		try {
			assertThat(new KeySetReader(CLOCK).read(data)).isNotEmpty();
		}
		catch (KeyServerException ex) {
			assertThat(ex.rejection().isKeyTrouble()).isTrue();
		}
	}

	@FuzzTest
	void permissions(FuzzedDataProvider data) {
		new PermissionDecoder().decode(data.consumeString(200), data.consumeString(200),
				data.consumeRemainingAsString());
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

	@FuzzTest
	void publicKey(byte[] data) {
		try {
			ClerkKeySource.ofPublicKey(new String(data, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining("key");
		}
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
