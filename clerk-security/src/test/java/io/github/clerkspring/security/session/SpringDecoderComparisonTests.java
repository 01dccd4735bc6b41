package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Flux;

import io.github.clerkspring.security.attack.AttackCase;
import io.github.clerkspring.security.attack.AttackCorpus;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The attack corpus in Spring Security's own decoder, configured as carefully as its
 * validators allow. The result is the reason for the decision in
 * {@code docs/decisions/token-verification.md}.
 */
class SpringDecoderComparisonTests {

	private static final Log logger = LogFactory.getLog(SpringDecoderComparisonTests.class);

	private static final KeyPair KEY_A = TokenForge.newKey(2048);

	private static final KeyPair KEY_B = TokenForge.newKey(2048);

	private static final List<AttackCase> CASES = new AttackCorpus(KEY_A, KEY_B).cases();

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final OAuth2Error PENDING = new OAuth2Error("pending");

	private final TestInstance instance = new TestInstance().key("ins_a", KEY_A).key("ins_b", KEY_B);

	@AfterEach
	void close() {
		this.instance.close();
	}

	@Test
	void springDecoderAcceptsTokensThatClerkDoesNotIssueForSessions() {
		NimbusJwtDecoder decoder = decoder();
		List<AttackCase> invalid = CASES.stream().filter((one) -> one.rejection() != null).toList();
		List<String> accepted = invalid.stream()
			.filter((one) -> catchThrowable(() -> decoder.decode(one.token())) == null)
			.map(AttackCase::label)
			.toList();
		logger.info(accepted.size() + " of " + invalid.size() + " invalid tokens accepted: " + accepted);
		assertThat(accepted).contains("header of a machine", "header cat \"cl_B7d4PD222AAA\"", "payload without exp",
				"payload exp null", "payload nbf 1e308", "payload sub \"mch_1\"");
	}

	@Test
	void springDecoderFetchesKeysForEveryUnknownKey() {
		NimbusReactiveJwtDecoder reactive = NimbusReactiveJwtDecoder.withJwkSetUri(this.instance.keySet().toString())
			.build();
		Flux.range(0, 32).flatMap((i) -> reactive.decode(token("ins_a")).onErrorComplete(), 32).blockLast(LIMIT);
		int cold = this.instance.fetches();
		NimbusJwtDecoder blocking = decoder();
		catchThrowable(() -> blocking.decode(token("ins_a")));
		int warm = this.instance.fetches();
		for (int i = 0; i < 50; i++) {
			String unknown = token("ins_" + i);
			catchThrowable(() -> blocking.decode(unknown));
		}
		int unknown = this.instance.fetches() - warm;
		logger.info(cold + " fetches for 32 cold calls of the reactive decoder, " + unknown
				+ " for 50 unknown keys of the blocking decoder");
		assertThat(unknown).isGreaterThan(1);
	}

	private static String token(String keyId) {
		return TokenForge.sign(KEY_A, Claims.header().set("kid", "\"" + keyId + "\"").toString(),
				Claims.payload().toString());
	}

	private NimbusJwtDecoder decoder() {
		JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ofSeconds(5));
		timestamps.setClock(new TestClock());
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(this.instance.keySet().toString()).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(timestamps,
				new JwtIssuerValidator(TestInstance.ISSUER), JwtTypeValidator.jwt(), text("sub"), text("sid"),
				new JwtClaimValidator<>("azp", TestInstance.PARTY::equals),
				(jwt) -> ("pending".equals(jwt.getClaims().get("sts"))) ? OAuth2TokenValidatorResult.failure(PENDING)
						: OAuth2TokenValidatorResult.success()));
		return decoder;
	}

	private static JwtClaimValidator<Object> text(String name) {
		return new JwtClaimValidator<>(name, (value) -> value instanceof String text && StringUtils.hasText(text));
	}

}
