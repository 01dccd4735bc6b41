package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.attack.AttackCase;
import io.github.clerkspring.security.attack.AttackCorpus;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Runs the whole attack corpus through the decoder of each stack, with and without the
 * memory of verified tokens.
 */
class AttackCorpusTests {

	private static final Log logger = LogFactory.getLog(AttackCorpusTests.class);

	private static final KeyPair KEY_A = TokenForge.newKey(2048);

	private static final KeyPair KEY_B = TokenForge.newKey(2048);

	private static final AttackCorpus CORPUS = new AttackCorpus(KEY_A, KEY_B);

	private static final List<AttackCase> CASES = CORPUS.cases();

	private final TestInstance instance = new TestInstance().key("ins_a", KEY_A).key("ins_b", KEY_B);

	private final List<TokenVerification> verifications = new ArrayList<>();

	private final ClerkSessionConverter converter = new ClerkSessionConverter(ClerkAuthoritiesMapper.withDefaults());

	@AfterEach
	void close() {
		this.instance.close();
	}

	@Test
	void hasManyDistinctCases() {
		Map<String, Long> verdicts = CASES.stream()
			.collect(Collectors.groupingBy(AttackCorpusTests::verdict, TreeMap::new, Collectors.counting()));
		logger.info(CASES.size() + " tokens: " + verdicts);
		assertThat(CASES.stream().map(AttackCase::token).distinct()).hasSizeGreaterThanOrEqualTo(400);
		assertThat(CASES).filteredOn((one) -> one.rejection() == null).hasSizeGreaterThanOrEqualTo(30);
		assertThat(CASES.stream().map(AttackCase::rejection).distinct()).hasSizeGreaterThanOrEqualTo(12);
	}

	private static String verdict(AttackCase one) {
		return (one.rejection() != null) ? one.rejection().value() : "accepted";
	}

	@Test
	void blockingDecoderHasExpectedOutcomeForEachCase() {
		ClerkJwtDecoder decoder = new ClerkJwtDecoder(verifier(10_000));
		CASES.forEach((one) -> check(one, decoder::decode));
	}

	@Test
	void reactiveDecoderHasExpectedOutcomeForEachCase() {
		ReactiveClerkJwtDecoder decoder = new ReactiveClerkJwtDecoder(verifier(10_000));
		CASES.forEach((one) -> check(one, (token) -> decode(decoder, token)));
	}

	@Test
	void outcomeIsTheSameOnSecondUse() {
		ClerkJwtDecoder decoder = new ClerkJwtDecoder(verifier(10_000));
		CASES.forEach((one) -> check(one, decoder::decode));
		CASES.forEach((one) -> check(one, decoder::decode));
	}

	@Test
	void outcomeIsTheSameWithoutCache() {
		ClerkJwtDecoder decoder = new ClerkJwtDecoder(verifier(0));
		CASES.forEach((one) -> check(one, decoder::decode));
	}

	private Jwt decode(ReactiveClerkJwtDecoder decoder, String token) {
		Jwt jwt = decoder.decode(token).block(Duration.ofSeconds(60));
		assertThat(jwt).isNotNull();
		return jwt;
	}

	private void check(AttackCase one, Consumer<String> decoder) {
		this.verifications.clear();
		Throwable thrown = catchThrowable(() -> decoder.accept(one.token()));
		assertThat(reason(thrown)).as(one.label()).isEqualTo(verdict(one));
		assertThat(this.verifications).as(one.label())
			.extracting(TokenVerification::rejection)
			.containsExactly(one.rejection());
		if (thrown != null) {
			assertThat(thrown).hasMessage("The token is not valid").hasNoCause();
		}
	}

	private static String reason(@Nullable Throwable thrown) {
		if (thrown == null) {
			return "accepted";
		}
		assertThat(thrown).isInstanceOf(JwtValidationException.class);
		OAuth2Error error = ((JwtValidationException) thrown).getErrors().iterator().next();
		assertThat(error.getErrorCode()).isEqualTo(BearerTokenErrorCodes.INVALID_TOKEN);
		return String.valueOf(error.getDescription());
	}

	private SessionTokenVerifier verifier(long cacheSize) {
		TestClock clock = new TestClock();
		ClerkKeySource keys = ClerkKeySource.at(this.instance.keySet()).clock(clock).build();
		SessionTokenRules rules = SessionTokenRules.forIssuer(TestInstance.ISSUER)
			.withAuthorizedParties(List.of(TestInstance.PARTY));
		return SessionTokenVerifier.builder(keys, rules)
			.clock(clock)
			.cache(cacheSize, Duration.ofMinutes(5))
			.listener(this.verifications::add)
			.build();
	}

	@Test
	void refusesHeadersThatDifferInOneCharacterFromVerifiedOne() {
		ClerkJwtDecoder decoder = new ClerkJwtDecoder(verifier(10_000));
		CASES.forEach((one) -> check(one, decoder::decode));
		assertThat(CORPUS.changedHeaders()).hasSizeGreaterThan(10)
			.allSatisfy((token) -> assertThat(reason(catchThrowable(() -> decoder.decode(token))))
				.isNotEqualTo("accepted"));
	}

	@Test
	void everyAcceptedTokenIsConvertedToSession() {
		ClerkJwtDecoder decoder = new ClerkJwtDecoder(verifier(0));
		CASES.stream()
			.filter((one) -> one.rejection() == null)
			.forEach((one) -> assertThat(this.converter.convert(decoder.decode(one.token())).userId()).as(one.label())
				.isEqualTo("user_1"));
	}

}
