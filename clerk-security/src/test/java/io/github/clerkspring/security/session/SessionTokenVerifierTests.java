package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.keys.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rules that are not the strictest, and keys that cannot be had.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionTokenVerifierTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final SessionTokenRules RULES = SessionTokenRules.forIssuer(TestInstance.ISSUER)
		.withAuthorizedParties(List.of(TestInstance.PARTY));

	private final List<TokenVerification> verifications = new ArrayList<>();

	private static String token(Claims payload) {
		return TokenForge.sign(KEY, Claims.header().toString(), payload.toString());
	}

	private SessionTokenVerifier verifier(SessionTokenRules rules) {
		return verifier(ClerkKeySource.ofPublicKey(pem()), rules);
	}

	private SessionTokenVerifier verifier(ClerkKeySource keys, SessionTokenRules rules) {
		return SessionTokenVerifier.builder(keys, rules)
			.clock(new TestClock())
			.listener(this.verifications::add)
			.build();
	}

	private static String pem() {
		return Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
	}

	private static String reason(SessionTokenVerifier verifier, String token) {
		try {
			verifier.verifyAndWait(token);
			return "accepted";
		}
		catch (JwtValidationException ex) {
			return String.valueOf(ex.getErrors().iterator().next().getDescription());
		}
	}

	@Test
	void acceptsTokensWithoutPartyWhenAllowedAndWarnsOnce(CapturedOutput output) {
		SessionTokenVerifier verifier = verifier(RULES.withMissingAuthorizedPartyAllowed(true));
		for (int i = 0; i < 3; i++) {
			assertThat(reason(verifier, token(Claims.payload().without("azp").set("jti", "\"" + i + "\""))))
				.isEqualTo("accepted");
		}
		assertThat(this.verifications).extracting(TokenVerification::missingAuthorizedParty)
			.containsExactly(true, true, true);
		assertThat(output.getOut().split("without authorized party", -1)).hasSize(2);
		assertThat(reason(verifier, token(Claims.payload()))).isEqualTo("accepted");
		assertThat(this.verifications).last().extracting(TokenVerification::missingAuthorizedParty).isEqualTo(false);
		for (String party : List.of("null", "\"\"", "\"https://evil.test\"")) {
			assertThat(reason(verifier, token(Claims.payload().set("azp", party))))
				.isEqualTo("token-invalid-authorized-parties");
		}
	}

	@Test
	void requiresNoPartyWhenNoneIsSet(CapturedOutput output) {
		SessionTokenVerifier verifier = verifier(RULES.withAuthorizedParties(List.of()));
		assertThat(reason(verifier, token(Claims.payload().without("azp")))).isEqualTo("accepted");
		assertThat(reason(verifier, token(Claims.payload().set("azp", "\"https://other.test\""))))
			.isEqualTo("accepted");
		assertThat(this.verifications).extracting(TokenVerification::missingAuthorizedParty)
			.containsExactly(false, false);
		assertThat(output).doesNotContain("authorized party");
	}

	@Test
	void acceptsPendingSessionsWhenAllowed() {
		SessionTokenVerifier verifier = verifier(RULES.withPendingAccepted(true));
		assertThat(reason(verifier, token(Claims.payload().set("sts", "\"pending\"")))).isEqualTo("accepted");
	}

	@Test
	void checksAudienceOfTokensThatHaveOne() {
		SessionTokenVerifier verifier = verifier(RULES.withAudience(List.of("api", "admin")));
		for (String audience : List.of("\"api\"", "[\"x\",\"admin\"]")) {
			assertThat(reason(verifier, token(Claims.payload().set("aud", audience)))).isEqualTo("accepted");
		}
		assertThat(reason(verifier, token(Claims.payload()))).isEqualTo("accepted");
		for (String audience : List.of("\"API\"", "[]", "[7]", "{\"api\":1}", "null", "7", "[[\"api\"]]")) {
			assertThat(reason(verifier, token(Claims.payload().set("aud", audience)))).as(audience)
				.isEqualTo("token-verification-failed");
		}
	}

	@Test
	void honoursClockSkew() {
		String late = token(Claims.payload().set("exp", Long.toString(TestClock.NOW)).set("iat", "1"));
		String early = token(Claims.payload().set("nbf", Long.toString(TestClock.NOW + 60)));
		SessionTokenVerifier exact = verifier(RULES.withClockSkew(Duration.ZERO));
		assertThat(reason(exact, late)).isEqualTo("token-expired");
		assertThat(reason(exact, early)).isEqualTo("token-not-active-yet");
		SessionTokenVerifier generous = verifier(RULES.withClockSkew(Duration.ofMinutes(1)));
		assertThat(reason(generous, late)).isEqualTo("accepted");
		assertThat(reason(generous, early)).isEqualTo("accepted");
	}

	@Test
	void throwsJwtExceptionWhenKeySourceFails() {
		String token = token(Claims.payload());
		for (ClerkKeySource broken : List.of(new BrokenKeySource(true), new BrokenKeySource(false))) {
			SessionTokenVerifier verifier = verifier(broken, RULES);
			assertThatExceptionOfType(JwtException.class).isThrownBy(() -> verifier.verifyAndWait(token));
			StepVerifier.create(verifier.verify(token)).expectError(JwtException.class).verify(Duration.ofSeconds(60));
		}
		assertThat(this.verifications).hasSize(4);
	}

	@Test
	void doesNotBlockNonBlockingThreads() {
		SessionTokenVerifier verifier = verifier(new SlowKeySource(), RULES);
		StepVerifier
			.create(Mono.fromCallable(() -> verifier.verifyAndWait(token(Claims.payload())))
				.subscribeOn(Schedulers.parallel()))
			.expectError(ClerkUnavailableException.class)
			.verify(Duration.ofSeconds(60));
	}

	@Test
	void logsReasonButNeverTheToken(CapturedOutput output) {
		String token = token(Claims.payload().set("azp", "\"https://evil.test\""));
		assertThat(reason(verifier(RULES), token)).isEqualTo("token-invalid-authorized-parties");
		assertThat(output).contains("azp is 'https://evil.test'").doesNotContain(token);
	}

	private static class SlowKeySource implements ClerkKeySource {

		@Override
		public @Nullable VerificationKey find(@Nullable String keyId) {
			return null;
		}

		@Override
		public Mono<VerificationKey> resolve(@Nullable String keyId) {
			return Mono.delay(Duration.ofMinutes(1)).map((tick) -> new VerificationKey((RSAPublicKey) KEY.getPublic()));
		}

		@Override
		public Mono<Void> warmUp() {
			return Mono.empty();
		}

		@Override
		public ClerkKeySetState state() {
			return new ClerkKeySetState(false, false, 0, null, 0, 0, 0, null);
		}

	}

	private static final class BrokenKeySource extends SlowKeySource {

		private final boolean early;

		BrokenKeySource(boolean early) {
			this.early = early;
		}

		@Override
		public @Nullable VerificationKey find(@Nullable String keyId) {
			if (this.early) {
				throw new IllegalStateException("no keys");
			}
			return null;
		}

		@Override
		public Mono<VerificationKey> resolve(@Nullable String keyId) {
			return Mono.error(new IllegalStateException("no keys"));
		}

	}

}
