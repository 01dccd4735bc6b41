package io.github.clerkspring.security.session;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.HostileJson;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What one input does to a parser concerns no other input.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostileJsonTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final KeySetReader KEY_SETS = new KeySetReader(new TestClock());

	private static final int THREADS = 4;

	private static final int ROUNDS = 500;

	private static SessionTokenVerifier verifier() {
		return SessionTokenVerifier
			.builder(ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded())),
					SessionTokenRules.forIssuer(TestInstance.ISSUER))
			.clock(new TestClock())
			.cache(0, Duration.ZERO)
			.build();
	}

	private static Function<String, Jwt> reactive() {
		ClerkReactiveJwtDecoder decoder = new ClerkReactiveJwtDecoder(verifier());
		return (token) -> decoder.decode(token).blockOptional(Duration.ofSeconds(10)).orElseThrow();
	}

	/**
	 * Good tokens with names of claims that no parser has seen before.
	 */
	private static List<String> good(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> TokenForge.sign(KEY, Claims.header().toString(),
					Claims.payload().set("a" + number, "1").set("b" + number, "{\"c" + number + "\":2}").toString()))
			.toList();
	}

	@Test
	void blockingDecoderAcceptsGoodTokensAfterTokensWithCollidingNames(CapturedOutput output) {
		verifyAfterCollisions(new ClerkJwtDecoder(verifier())::decode);
		assertThat(output).doesNotContain("\tat ", "Internal error");
	}

	@Test
	void reactiveDecoderAcceptsGoodTokensAfterTokensWithCollidingNames(CapturedOutput output) {
		verifyAfterCollisions(reactive());
		assertThat(output).doesNotContain("\tat ", "Internal error");
	}

	private static void verifyAfterCollisions(Function<String, Jwt> decoder) {
		HostileJson.tokens(HostileJson.withCollidingNames(45)).forEach((token) -> {
			assertThat(token.length()).isLessThan(16_384);
			assertThat(reason(decoder, token)).isIn("token-invalid-algorithm", "token-verification-failed",
					"token-invalid");
		});
		good(20).forEach((token) -> assertThat(decoder.apply(token).getSubject()).isEqualTo("user_1"));
	}

	private static String reason(Function<String, Jwt> decoder, String token) {
		try {
			decoder.apply(token);
			return "accepted";
		}
		catch (JwtValidationException ex) {
			return String.valueOf(ex.getErrors().iterator().next().getDescription());
		}
	}

	@Test
	void blockingDecoderKeepsVerdictsApartInParallel() throws Exception {
		inParallel(new ClerkJwtDecoder(verifier())::decode);
	}

	@Test
	void reactiveDecoderKeepsVerdictsApartInParallel() throws Exception {
		inParallel(reactive());
	}

	private static void inParallel(Function<String, Jwt> decoder) throws Exception {
		List<String> good = good(ROUNDS / 10);
		concurrently((thread) -> () -> {
			List<String> hostile = HostileJson.tokens(HostileJson.ofAllKinds(ROUNDS, thread));
			for (int i = 0; i < ROUNDS; i++) {
				assertThat(reason(decoder, hostile.get(i))).isIn("token-invalid-algorithm", "token-invalid");
				assertThat(reason(decoder, good.get(i % good.size()))).isEqualTo("accepted");
			}
			return null;
		});
	}

	private static void concurrently(Function<Integer, Callable<?>> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> results = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				results.add(threads.submit(work.apply(thread)));
			}
			for (Future<?> result : results) {
				result.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void keySetsAreReadAfterHostileOnes() throws Exception {
		byte[] good = keySet("");
		concurrently((thread) -> () -> {
			for (String hostile : HostileJson.ofAllKinds(ROUNDS, thread)) {
				assertThatExceptionOfType(KeyServerException.class).isThrownBy(() -> KEY_SETS.read(bytes(hostile)));
				assertThat(KEY_SETS.read(good)).containsOnlyKeys("ins_a");
			}
			return null;
		});
	}

	@Test
	void keysWithCollidingNamesAreReadLikeOthers() {
		for (String hostile : HostileJson.withCollidingNames(45)) {
			String members = hostile.substring(1, hostile.length() - 1);
			assertThat(KEY_SETS.read(keySet("," + members))).containsOnlyKeys("ins_a");
		}
		assertThat(KEY_SETS.read(keySet(""))).containsOnlyKeys("ins_a");
	}

	private static byte[] keySet(String members) {
		String key = new RSAKey.Builder((RSAPublicKey) KEY.getPublic()).keyID("ins_a").build().toJSONString();
		return bytes("{\"keys\":[" + key.substring(0, key.length() - 1) + members + "}]}");
	}

	@Test
	void peekedCookiesAreReadAfterHostileOnes() {
		HostileJson.tokens(HostileJson.ofAllKinds(ROUNDS, 7)).forEach(UnverifiedToken::parse);
		good(20).forEach((token) -> assertThat(UnverifiedToken.parse(token).issuer()).isEqualTo(TestInstance.ISSUER));
	}

	@Test
	void everyExceptionOfParserIsRefusalOfItsInput() {
		for (String json : HostileJson.ofAllKinds(ROUNDS, 11)) {
			try {
				Map<String, Object> members = StrictJson.readObject(bytes(json));
				assertThat(members).isNotEmpty();
			}
			catch (TokenRejectedException ex) {
				assertThat(ex.rejection()).isEqualTo(TokenRejection.TOKEN_INVALID);
			}
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
