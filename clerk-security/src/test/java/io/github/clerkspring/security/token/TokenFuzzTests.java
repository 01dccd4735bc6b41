package io.github.clerkspring.security.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.FuzzSeeds;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.ClerkJwtDecoder;
import io.github.clerkspring.security.session.SessionTokenRules;
import io.github.clerkspring.security.session.SessionTokenVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text is accepted or rejected as a token. An ordinary build runs the attack corpus
 * and the inputs in {@code src/test/resources}, which include those that once failed;
 * {@code .ci/fuzz} searches for new ones.
 */
class TokenFuzzTests {

	private static final SessionTokenRules RULES = SessionTokenRules.forIssuer(TestInstance.ISSUER)
		.withAuthorizedParties(List.of(TestInstance.PARTY))
		.withAudience(List.of("api"));

	private static final ClerkJwtDecoder DECODER = new ClerkJwtDecoder(SessionTokenVerifier
		.builder(ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(FuzzSeeds.KEY.getPublic().getEncoded())),
				RULES)
		.clock(new TestClock())
		.cache(0, Duration.ZERO)
		.build());

	@MethodSource("io.github.clerkspring.security.attack.FuzzSeeds#tokens")
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

	@MethodSource("io.github.clerkspring.security.attack.FuzzSeeds#payloads")
	@FuzzTest
	void signedPayload(byte[] data) {
		String input = TokenForge.encode(Claims.header().toString()) + "." + TokenForge.encode(data);
		decode(TokenForge.sign(FuzzSeeds.KEY, input));
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

}
