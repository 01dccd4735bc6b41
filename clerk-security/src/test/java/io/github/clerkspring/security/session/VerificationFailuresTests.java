package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtException;

import io.github.clerkspring.security.attack.AttackCase;
import io.github.clerkspring.security.attack.AttackCorpus;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the log says about refused tokens.
 */
class VerificationFailuresTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final KeyPair OTHER = TokenForge.newKey(2048);

	private static final SessionTokenRules RULES = SessionTokenRules.forIssuer(TestInstance.ISSUER)
		.withAuthorizedParties(List.of(TestInstance.PARTY))
		.withAudience(List.of("api"));

	private final TestInstance instance = new TestInstance().key("ins_a", KEY);

	private final LogRecorder log = new LogRecorder("io.github.clerkspring.security");

	private SessionTokenVerifier verifier = verifier(RULES);

	@AfterEach
	void close() {
		this.log.close();
		this.instance.close();
	}

	private SessionTokenVerifier verifier(SessionTokenRules rules) {
		TestClock clock = new TestClock();
		return SessionTokenVerifier.builder(ClerkKeySource.at(this.instance.keySet()).clock(clock).build(), rules)
			.clock(clock)
			.cache(0, Duration.ZERO)
			.build();
	}

	private void refuse(Claims header, Claims payload) {
		refuse(TokenForge.sign(KEY, header.toString(), payload.toString()));
	}

	private void refuse(Claims payload) {
		refuse(Claims.header(), payload);
	}

	private void refuse(String token) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.verifier.verifyAndWait(token));
	}

	private List<String> lines(String level) {
		return this.log.text().lines().filter((line) -> line.startsWith(level)).toList();
	}

	static Stream<Arguments> details() {
		long now = TestClock.NOW;
		return Stream.of(Arguments.of(Claims.header(), Claims.payload().set("azp", "\"https://evil.test\""),
				"token-invalid-authorized-parties: azp is 'https://evil.test', accepted: 'https://app.example.com'"),
				Arguments.of(Claims.header(), Claims.payload().without("azp"),
						"token-invalid-authorized-parties: azp is missing, accepted: 'https://app.example.com'"),
				Arguments.of(Claims.header(), Claims.payload().set("azp", "null"), "azp is null, accepted"),
				Arguments.of(Claims.header(), Claims.payload().set("azp", "[1]"), "azp is an array, accepted"),
				Arguments.of(Claims.header(), Claims.payload().set("azp", "\"https://\\u0430pp.example.com\\n\""),
						"azp is 'https://\\u0430pp.example.com\\u000a', accepted"),
				Arguments.of(Claims.header(), Claims.payload().set("iss", "\"https://clerk.evil.test\""),
						"token-invalid-issuer: iss is 'https://clerk.evil.test', accepted: 'https://clerk.example.com'"),
				Arguments.of(Claims.header(), Claims.payload().without("iss"), "token-invalid-issuer: iss is missing"),
				Arguments.of(Claims.header(), Claims.payload().set("aud", "\"other\""),
						"token-verification-failed: aud is 'other', accepted: 'api'"),
				Arguments.of(Claims.header(), Claims.payload().set("aud", "[]"), "aud is an array, accepted: 'api'"),
				Arguments.of(Claims.header(), Claims.payload().set("exp", "" + (now - 9)).set("iat", "1"),
						"token-expired: exp is 2027-01-15T07:59:51Z, 9 s ago, accepted: 5 s"),
				Arguments.of(Claims.header(), Claims.payload().set("nbf", "" + (now + 7)),
						"token-not-active-yet: nbf is 2027-01-15T08:00:07Z, 7 s ahead, accepted: 5 s"),
				Arguments.of(Claims.header(), Claims.payload().set("iat", "" + (now + 7)),
						"iat is 2027-01-15T08:00:07Z"),
				Arguments.of(Claims.header(), Claims.payload().without("exp"), "exp is missing, accepted: seconds"),
				Arguments.of(Claims.header(), Claims.payload().set("nbf", "\"soon\""),
						"nbf is 'soon', accepted: seconds"),
				Arguments.of(Claims.header(), Claims.payload().set("exp", "" + now).set("iat", "" + (now + 1)),
						"exp is not after iat"),
				Arguments.of(Claims.header(), Claims.payload().without("sub"), "sub is missing"),
				Arguments.of(Claims.header(), Claims.payload().set("sub", "\"mch_secret\""),
						"sub is not the id of a user"),
				Arguments.of(Claims.header(), Claims.payload().without("sid"), "token-type-mismatch: sid is missing"),
				Arguments.of(Claims.header(), Claims.payload().set("sts", "\"pending\""),
						"session-pending: sts is 'pending'"),
				Arguments.of(Claims.header().set("alg", "\"none\""), Claims.payload(),
						"token-invalid-algorithm: alg is 'none', accepted: 'RS256'"),
				Arguments.of(Claims.header().without("alg"), Claims.payload(), "alg is missing, accepted: 'RS256'"),
				Arguments.of(Claims.header().set("typ", "\"at+jwt\""), Claims.payload(),
						"token-invalid: typ is 'at+jwt', accepted: 'JWT'"),
				Arguments.of(Claims.header().set("cat", "\"cl_other\""), Claims.payload(),
						"cat is 'cl_other', accepted"),
				Arguments.of(Claims.header().set("crit", "[]"), Claims.payload(), "the header has crit"),
				Arguments.of(Claims.header().without("kid"), Claims.payload(), "jwk-kid-mismatch: kid is missing"),
				Arguments.of(Claims.header().set("kid", "\"ins_secret\""), Claims.payload(),
						"jwk-kid-mismatch: no key of the key set of http://127.0.0.1"));
	}

	@ParameterizedTest
	@MethodSource("details")
	void namesFoundAndAcceptedValuesAtDebug(Claims header, Claims payload, String detail) {
		refuse(header, payload);
		assertThat(lines("DEBUG")).last()
			.asString()
			.contains("Did not accept a session token: ", detail)
			.doesNotContain("secret");
	}

	@Test
	void namesLengthOfTokenThatIsTooLong() {
		refuse("A".repeat(16_385));
		assertThat(lines("DEBUG")).last()
			.asString()
			.contains("token-too-long: it has 16385 characters, accepted: 16384");
		refuse("a.b");
		assertThat(lines("DEBUG")).last().asString().contains("token-invalid: it does not have three parts");
	}

	@Test
	void keepsEveryLineShortAndQuotesNoToken() {
		List<AttackCase> cases = new AttackCorpus(KEY, OTHER).cases();
		List<String> tokens = cases.stream().filter((one) -> one.rejection() != null).map(AttackCase::token).toList();
		tokens.forEach((token) -> {
			try {
				this.verifier.verifyAndWait(token);
			}
			catch (JwtException ex) {
				assertThat(ex.getMessage()).doesNotContain(token);
			}
		});
		assertThat(lines("DEBUG")).hasSizeGreaterThan(tokens.size() / 2)
			.allSatisfy((line) -> assertThat(line).hasSizeLessThan(400).matches("[ -~]+"));
		String text = this.log.text();
		assertThat(tokens).filteredOn((token) -> token.length() > 40 && text.contains(token)).isEmpty();
	}

	@Test
	void warnsOnceForEachIssuerAndPartyOfSignedTokens() {
		for (int i = 0; i < 3; i++) {
			refuse(Claims.payload().set("iss", "\"https://clerk.other.test\""));
			refuse(Claims.payload().set("azp", "\"https://other.test\""));
			refuse(Claims.payload().without("azp"));
		}
		assertThat(lines("WARN")).hasSize(3).allMatch((line) -> line.contains("valid signature"));
		assertThat(lines("WARN").get(0)).contains("iss is 'https://clerk.other.test'",
				"accepted: 'https://clerk.example.com'", "clerk.session.issuer");
		assertThat(lines("WARN").get(1)).contains("azp is 'https://other.test'", "accepted: 'https://app.example.com'",
				"clerk.session.authorized-parties");
		assertThat(lines("WARN").get(2)).contains("azp is missing");
	}

	@Test
	void doesNotWarnOfForgedTokens() {
		for (Claims payload : List.of(Claims.payload().set("iss", "\"https://clerk.other.test\""),
				Claims.payload().set("azp", "\"https://other.test\""),
				Claims.payload().set("exp", "" + (TestClock.NOW - 6)).set("iat", "1"))) {
			refuse(TokenForge.sign(OTHER, Claims.header().toString(), payload.toString()));
		}
		assertThat(lines("WARN")).isEmpty();
	}

	@Test
	void boundsWarnings() {
		IntStream.range(0, 100)
			.forEach((number) -> refuse(Claims.payload().set("azp", "\"https://" + number + ".test\"")));
		assertThat(lines("WARN")).hasSize(20);
		refuse(Claims.payload().set("azp", "\"" + "x".repeat(10_000) + "\""));
		assertThat(lines("DEBUG")).last().asString().hasSizeLessThan(400);
	}

	@Test
	void warnsOnceThatClocksDifferWhenTokensFailByFewSeconds() {
		long now = TestClock.NOW;
		refuse(Claims.payload().set("iat", "" + (now + 12)).set("nbf", "" + (now + 2)));
		refuse(Claims.payload().set("iat", "" + (now + 13)).set("nbf", "" + (now + 6)));
		assertThat(lines("WARN")).singleElement().asString().contains("clocks", "differ by about 12 seconds");
		refuse(Claims.payload().set("exp", "" + (now - 7)).set("iat", "" + (now - 67)));
		refuse(Claims.payload().set("exp", "" + (now - 8)).set("iat", "" + (now - 68)));
		assertThat(lines("WARN")).hasSize(2).last().asString().contains("clocks", "differ by about 7 seconds");
	}

	@Test
	void doesNotBlameClocksWhenTokensFailByMuch() {
		long now = TestClock.NOW;
		refuse(Claims.payload().set("exp", "" + (now - 60)).set("iat", "" + (now - 120)));
		refuse(Claims.payload().set("iat", "" + (now + 10_000)).set("exp", "" + (now + 20_000)));
		assertThat(lines("WARN")).isEmpty();
	}

	@Test
	void countsFromTheSecondThatIsRefused() {
		this.verifier = verifier(SessionTokenRules.forIssuer(TestInstance.ISSUER).withClockSkew(Duration.ofMinutes(1)));
		refuse(Claims.payload().set("exp", "" + (TestClock.NOW - 75)).set("iat", "1"));
		assertThat(lines("WARN")).singleElement().asString().contains("differ by about 75 seconds");
	}

}
