package io.github.clerkspring.security.token;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.HostileJson;
import io.github.clerkspring.security.attack.Parallel;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.ReactiveClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hostile token does not affect the verification of other tokens.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostileJsonTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

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
		ReactiveClerkJwtDecoder decoder = new ReactiveClerkJwtDecoder(verifier());
		return (token) -> decoder.decode(token).blockOptional(Duration.ofSeconds(60)).orElseThrow();
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
	void blockingDecoderVerifiesInParallel() throws Exception {
		inParallel(new ClerkJwtDecoder(verifier())::decode);
	}

	@Test
	void reactiveDecoderVerifiesInParallel() throws Exception {
		inParallel(reactive());
	}

	private static void inParallel(Function<String, Jwt> decoder) throws Exception {
		List<String> good = good(ROUNDS / 10);
		Parallel.run((thread) -> () -> {
			List<String> hostile = HostileJson.tokens(HostileJson.ofAllKinds(ROUNDS, thread));
			for (int i = 0; i < ROUNDS; i++) {
				assertThat(reason(decoder, hostile.get(i))).isIn("token-invalid-algorithm", "token-invalid");
				assertThat(reason(decoder, good.get(i % good.size()))).isEqualTo("accepted");
			}
			return null;
		});
	}

	@Test
	void unverifiedTokensAreReadAfterHostileOnes() {
		HostileJson.tokens(HostileJson.ofAllKinds(ROUNDS, 7)).forEach((token) -> UnverifiedToken.of(token).subject());
		good(20).forEach((token) -> assertThat(UnverifiedToken.of(token).issuer()).isEqualTo(TestInstance.ISSUER));
	}

	@Test
	void parserExceptionsRejectTheInput() {
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
