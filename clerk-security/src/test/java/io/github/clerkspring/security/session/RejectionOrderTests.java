package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A token that breaks two rules is rejected for the first of them, in Clerk's order.
 */
class RejectionOrderTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final List<Fault> FAULTS = List.of(new Fault("sub", "7"), new Fault("sub", null),
			new Fault("aud", "\"other\""), new Fault("aud", "[7]"), new Fault("azp", "\"https://evil.test\""),
			new Fault("azp", null), new Fault("iss", "\"https://evil.test\""), new Fault("iss", "7"),
			new Fault("exp", "\"soon\""), new Fault("exp", "1e400"), new Fault("exp", null), new Fault("exp", "1"),
			new Fault("nbf", "\"soon\""), new Fault("nbf", "-1e400"),
			new Fault("nbf", Long.toString(TestClock.NOW + 100)), new Fault("iat", "null"), new Fault("iat", "[]"),
			new Fault("iat", Long.toString(TestClock.NOW + 100)), new Fault("sub", "\"\""),
			new Fault("sub", "\"mch_1\""), new Fault("sid", "7"), new Fault("sid", null), new Fault("cnf", "{}"),
			new Fault("sts", "\"pending\""));

	private final SessionTokenVerifier verifier = SessionTokenVerifier
		.builder(ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded())),
				SessionTokenRules.forIssuer(TestInstance.ISSUER)
					.withAuthorizedParties(List.of(TestInstance.PARTY))
					.withAudience(List.of("api")))
		.clock(new TestClock())
		.build();

	private final LogRecorder log = new LogRecorder("io.github.clerkspring.security");

	@AfterEach
	void close() {
		this.log.close();
	}

	static Stream<Arguments> pairs() {
		return IntStream.range(0, FAULTS.size())
			.boxed()
			.flatMap((first) -> FAULTS.stream()
				.skip(first + 1)
				.filter((second) -> !second.claim().equals(FAULTS.get(first).claim()))
				.map((second) -> Arguments.of(FAULTS.get(first), second)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void firstBrokenRuleIsTheReason(Fault first, Fault second) {
		String reason = reject(first.in(Claims.payload()));
		assertThat(reject(second.in(first.in(Claims.payload())))).isEqualTo(reason);
		assertThat(reject(second.in(Claims.payload()))).isNotEqualTo(reason);
	}

	private String reject(Claims payload) {
		int before = debugLines().size();
		String token = TokenForge.sign(KEY, Claims.header().toString(), payload.toString());
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> this.verifier.verifyAndWait(token));
		return debugLines().get(before);
	}

	private List<String> debugLines() {
		return this.log.text().lines().filter((line) -> line.startsWith("DEBUG")).toList();
	}

	/**
	 * Claim that breaks a rule.
	 *
	 * @param claim the name of the claim
	 * @param json its value, or {@code null} for a missing claim
	 */
	record Fault(String claim, @Nullable String json) {

		Claims in(Claims payload) {
			return (this.json != null) ? payload.set(this.claim, this.json) : payload.without(this.claim);
		}

	}

}
