package io.github.clerkspring.security.machine;

import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.LogRecorder;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.machine.opaque.OpaqueTokenVerifier;
import io.github.clerkspring.security.token.UnverifiedToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Signed machine tokens, in both forms of the call, and tokens that are not verified.
 */
class MachineTokenVerifierTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final KeyPair STRANGER = TokenForge.newKey(2048);

	private final List<TokenVerification> verifications = new ArrayList<>();

	private MachineTokenVerifier verifier;

	@BeforeEach
	void create() {
		this.verifier = builder(MachineTokens.RULES).build();
	}

	private MachineTokenVerifierBuilder builder(MachineTokenRules rules) {
		return MachineTokens.verifier(KEY, rules).listener(this.verifications::add);
	}

	private ClerkMachine accept(MachineTokenVerifier verifier, String token) {
		ClerkMachine machine = verifier.verifyAndWait(token);
		StepVerifier.create(verifier.verify(token))
			.assertNext((same) -> assertThat(same).isEqualTo(machine))
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		assertThat(this.verifications).hasSize(2)
			.allSatisfy((verification) -> assertThat(verification.rejection()).isNull())
			.allSatisfy((verification) -> assertThat(verification.tokenType()).isEqualTo(machine.tokenType()));
		this.verifications.clear();
		return machine;
	}

	private void refuse(MachineTokenVerifier verifier, String token, TokenRejection rejection) {
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> verifier.verifyAndWait(token))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(token));
		StepVerifier.create(verifier.verify(token))
			.expectError(InvalidBearerTokenException.class)
			.verify(Duration.ofSeconds(60));
		assertThat(this.verifications).extracting(TokenVerification::rejection).containsExactly(rejection, rejection);
		this.verifications.clear();
	}

	@Test
	void readsM2mToken() {
		ClerkMachine machine = accept(this.verifier, m2m(MachineTokens.m2m().set("tenant", "{\"id\":7}")));
		assertThat(machine.tokenType()).isEqualTo(ClerkTokenType.M2M);
		assertThat(machine.subject()).isEqualTo("mch_caller").isEqualTo(machine.getName());
		assertThat(machine.id()).isEqualTo("mt_1");
		assertThat(machine.scopes()).containsExactly("mch_own", "mch_other");
		assertThat(machine.audience()).containsExactly("mch_own");
		assertThat(machine.claims()).containsEntry("tenant", Map.of("id", 7));
		assertThat(machine.userId()).isNull();
		assertThat(machine.expiresAt()).isEqualTo(new TestClock().instant().plusSeconds(60));
		assertThat(machine.authorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrder("SCOPE_mch_own", "SCOPE_mch_other");
	}

	@Test
	void scopesOfM2mTokenDefaultToItsAudience() {
		assertThat(accept(this.verifier, m2m(MachineTokens.m2m().without("scopes"))).scopes())
			.containsExactly("mch_own");
		assertThat(accept(this.verifier, m2m(MachineTokens.m2m().without("scopes").without("aud"))).scopes()).isEmpty();
		assertThat(accept(this.verifier, m2m(MachineTokens.m2m().set("scopes", "\"\""))).scopes()).isEmpty();
	}

	@Test
	void requiresOwnMachineInM2mToken() {
		MachineTokenVerifier own = builder(MachineTokens.RULES.withMachineId("mch_own")).build();
		accept(own, m2m(MachineTokens.m2m()));
		accept(own, m2m(MachineTokens.m2m().without("scopes")));
		for (Claims claims : List.of(MachineTokens.m2m().set("scopes", "\"mch_other\""),
				MachineTokens.m2m().set("scopes", "\"mch_own2 xmch_own\""), MachineTokens.m2m().set("scopes", "\"\""),
				MachineTokens.m2m().without("scopes").without("aud"))) {
			refuse(own, m2m(claims), TokenRejection.TOKEN_TYPE_MISMATCH);
		}
	}

	@Test
	void readsOauthToken() {
		ClerkMachine machine = accept(this.verifier,
				oauth(MachineTokens.oauth()
					.set("org_id", "\"org_1\"")
					.set("act", "{\"sub\":\"client_2\",\"act\":{\"sub\":\"client_3\"}}")
					.set("aud", "\"https://api.example.com\"")));
		assertThat(machine.tokenType()).isEqualTo(ClerkTokenType.OAUTH);
		assertThat(machine.userId()).isEqualTo("user_1");
		assertThat(machine.organizationId()).isEqualTo("org_1");
		assertThat(machine.clientId()).isEqualTo("client_1");
		assertThat(machine.scopes()).containsExactly("email", "invoices:read");
		assertThat(machine.audience()).containsExactly("https://api.example.com");
		assertThat(machine.actor()).containsEntry("act", Map.of("sub", "client_3"));
		assertThat(machine.isImpersonated()).isTrue();
	}

	@Test
	void readsScopesOfOauthTokenFromEitherClaim() {
		Claims claims = MachineTokens.oauth().without("scp").set("scope", "\"email  invoices:read\"");
		assertThat(accept(this.verifier, oauth(claims)).scopes()).containsExactly("email", "invoices:read");
		assertThat(accept(this.verifier, oauth(claims.set("scp", "[\"email\"]"))).scopes()).containsExactly("email");
		assertThat(accept(this.verifier, oauth(claims.without("scp").without("scope"))).scopes()).isEmpty();
	}

	@Test
	void requiresAudienceOnceItIsSet() {
		MachineTokenVerifier audience = builder(MachineTokens.RULES.withOAuthAudience(Set.of("a", "b"))).build();
		accept(audience, oauth(MachineTokens.oauth().set("aud", "[\"x\",\"b\"]")));
		accept(audience, oauth(MachineTokens.oauth().set("aud", "\"a\"")));
		for (Claims claims : List.of(MachineTokens.oauth(), MachineTokens.oauth().set("aud", "\"x\""),
				MachineTokens.oauth().set("aud", "[]"), MachineTokens.oauth().set("aud", "\"A\""))) {
			refuse(audience, oauth(claims), TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
	}

	static Stream<Arguments> invalidTokens() {
		return Stream.of(
				Arguments.of(MachineTokens.m2mHeader().set("cat", "\"cl_B7d4PD111AAA\""), MachineTokens.m2m(),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.m2mHeader().set("cat", "\"cl_I7d4PD111III\""), MachineTokens.m2m(),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.m2mHeader().set("alg", "\"HS256\""), MachineTokens.m2m(),
						TokenRejection.TOKEN_INVALID_ALGORITHM),
				Arguments.of(MachineTokens.m2mHeader(), MachineTokens.m2m().set("iss", "\"https://x.test\""),
						TokenRejection.TOKEN_INVALID_ISSUER),
				Arguments.of(MachineTokens.m2mHeader(), MachineTokens.m2m().without("iss"),
						TokenRejection.TOKEN_INVALID_ISSUER),
				Arguments.of(MachineTokens.m2mHeader(), MachineTokens.m2m().without("exp"),
						TokenRejection.TOKEN_VERIFICATION_FAILED),
				Arguments.of(MachineTokens.m2mHeader(), expired(MachineTokens.m2m()), TokenRejection.TOKEN_EXPIRED),
				Arguments.of(MachineTokens.m2mHeader(), early(MachineTokens.m2m()),
						TokenRejection.TOKEN_NOT_ACTIVE_YET),
				Arguments.of(MachineTokens.m2mHeader(), MachineTokens.m2m().set("cnf", "{}"),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.m2mHeader(), MachineTokens.m2m().set("jti", "\"oat_1\""),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.oauthHeader(), expired(MachineTokens.oauth()), TokenRejection.TOKEN_EXPIRED),
				Arguments.of(MachineTokens.oauthHeader(), early(MachineTokens.oauth()),
						TokenRejection.TOKEN_NOT_ACTIVE_YET),
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.oauth().set("iss", "\"https://x.test\""),
						TokenRejection.TOKEN_INVALID_ISSUER),
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.oauth().without("client_id"),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.oauth().set("client_id", "\" \""),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.oauth().set("sub", "\"org_1\""),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.oauth().set("act", "[]"),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.oauth().set("cnf", "{\"jkt\":\"x\"}"),
						TokenRejection.TOKEN_TYPE_MISMATCH),
				// A machine's token wins, as at Clerk, and has not the header of one
				Arguments.of(MachineTokens.oauthHeader(), MachineTokens.m2m(), TokenRejection.TOKEN_INVALID),
				// Session tokens
				Arguments.of(Claims.header(), Claims.payload(), TokenRejection.TOKEN_TYPE_MISMATCH),
				Arguments.of(Claims.header(), MachineTokens.oauth(), TokenRejection.TOKEN_TYPE_MISMATCH));
	}

	private static Claims expired(Claims claims) {
		return claims.set("iat", Long.toString(TestClock.NOW - 60))
			.set("nbf", Long.toString(TestClock.NOW - 60))
			.set("exp", Long.toString(TestClock.NOW - 6));
	}

	private static Claims early(Claims claims) {
		return claims.set("nbf", Long.toString(TestClock.NOW + 6));
	}

	@ParameterizedTest
	@MethodSource("invalidTokens")
	void refusesInvalidTokens(Claims header, Claims payload, TokenRejection rejection) {
		// A warning names an issuer that is not accepted
		try (LogRecorder log = new LogRecorder("io.github.clerkspring")) {
			refuse(this.verifier, MachineTokens.sign(KEY, header, payload), rejection);
			assertThat(log.text()).contains(rejection.value());
		}
	}

	@Test
	void refusesTokensOfAnotherKey() {
		refuse(this.verifier, MachineTokens.sign(STRANGER, MachineTokens.m2mHeader(), MachineTokens.m2m()),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		refuse(this.verifier, MachineTokens.sign(STRANGER, MachineTokens.oauthHeader(), MachineTokens.oauth()),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
	}

	@Test
	void verifiesNoTokenOfTypeThatIsNotAccepted() {
		for (ClerkTokenType accepted : EnumSet.of(ClerkTokenType.M2M, ClerkTokenType.OAUTH, ClerkTokenType.API_KEY)) {
			MachineTokenVerifier verifier = builder(MachineTokens.RULES)
				.acceptedTypes(Set.of(accepted, ClerkTokenType.SESSION))
				.build();
			assertThat(verifier.acceptedTypes()).containsExactly(accepted);
			if (accepted != ClerkTokenType.M2M) {
				refuse(verifier, m2m(MachineTokens.m2m()), TokenRejection.TOKEN_TYPE_MISMATCH);
				refuse(verifier, "mt_" + "a".repeat(32), TokenRejection.TOKEN_TYPE_MISMATCH);
			}
			if (accepted != ClerkTokenType.OAUTH) {
				refuse(verifier, oauth(MachineTokens.oauth()), TokenRejection.TOKEN_TYPE_MISMATCH);
				refuse(verifier, "oat_" + "a".repeat(32), TokenRejection.TOKEN_TYPE_MISMATCH);
			}
			if (accepted != ClerkTokenType.API_KEY) {
				refuse(verifier, "ak_" + "a".repeat(32), TokenRejection.TOKEN_TYPE_MISMATCH);
			}
		}
	}

	@Test
	void refusesOpaqueTokensWithoutVerifierOfThem() {
		for (String prefix : List.of("mt_", "oat_", "ak_")) {
			assertThatExceptionOfType(InvalidBearerTokenException.class)
				.isThrownBy(() -> this.verifier.verifyAndWait(prefix + "a".repeat(32)));
		}
	}

	@Test
	void validatorsApplyToEachUse() {
		List<ClerkMachine> seen = new ArrayList<>();
		MachineTokenVerifier verifier = builder(MachineTokens.RULES).cache(10, Duration.ofMinutes(1))
			.validator((machine) -> seen.add(machine) && machine.subject().equals("mch_caller"))
			.build();
		verifier.verifyAndWait(m2m(MachineTokens.m2m()));
		verifier.verifyAndWait(m2m(MachineTokens.m2m()));
		assertThat(seen).hasSize(2);
		this.verifications.clear();
		refuse(verifier, m2m(MachineTokens.m2m().set("sub", "\"mch_2\"")), TokenRejection.TOKEN_REFUSED_BY_VALIDATOR);
	}

	@Test
	void readsTypeOfCachedTokenWithoutParsingIt() {
		MachineTokenVerifier verifier = builder(MachineTokens.RULES).cache(10, Duration.ofMinutes(1)).build();
		for (String text : List.of(m2m(MachineTokens.m2m()), oauth(MachineTokens.oauth()))) {
			UnverifiedToken first = UnverifiedToken.of(text);
			ClerkTokenType type = verifier.typeOf(first);
			assertThat(first).extracting("parts").isNotNull();
			assertThat(verifier.verifyAndWait(first).tokenType()).isEqualTo(type);
			UnverifiedToken again = UnverifiedToken.of(text);
			assertThat(verifier.typeOf(again)).isEqualTo(type);
			assertThat(verifier.verifyAndWait(again).tokenType()).isEqualTo(type);
			assertThat(again).extracting("parts").isNull();
			UnverifiedToken other = UnverifiedToken.of(text.substring(0, text.length() - 4) + "AAAA");
			assertThat(verifier.typeOf(other)).isEqualTo(type);
			assertThat(other).extracting("parts").isNotNull();
		}
	}

	@Test
	void verifiesTokenTwice() {
		UnverifiedToken token = UnverifiedToken.of(m2m(MachineTokens.m2m()));
		assertThat(this.verifier.verifyAndWait(token)).isEqualTo(this.verifier.verifyAndWait(token));
		assertThat(this.verifier.verify(token).block(Duration.ofSeconds(60)))
			.isEqualTo(this.verifier.verifyAndWait(token));
	}

	@Test
	void validatorThatFailsRefusesTheToken() {
		MachineTokenVerifier verifier = builder(MachineTokens.RULES).validator((machine) -> {
			throw new IllegalStateException("broken");
		}).build();
		try (LogRecorder log = new LogRecorder("io.github.clerkspring")) {
			refuse(verifier, oauth(MachineTokens.oauth()), TokenRejection.TOKEN_REFUSED_BY_VALIDATOR);
			assertThat(log.text()).doesNotContain(oauth(MachineTokens.oauth()).split("\\.")[1]);
		}
	}

	@Test
	void opaqueTokenIsRefusedWithoutVerifierAndReported() {
		try (LogRecorder log = new LogRecorder("io.github.clerkspring")) {
			refuse(this.verifier, "mt_" + "a".repeat(32), TokenRejection.TOKEN_INVALID);
			assertThat(log.text()).contains("as no secret key is configured").doesNotContain("aaaa");
		}
	}

	@Test
	void doesNotBlockOnThreadThatMustNot() {
		MachineTokenVerifier verifier = builder(MachineTokens.RULES)
			.opaqueTokens(OpaqueTokenVerifier
				.builder(ClerkBackendClient.builder(ClerkSecretKey.valueOf("sk_test_0123456789")).build())
				.build())
			.build();
		StepVerifier
			.create(Mono.fromCallable(() -> verifier.verifyAndWait("ak_" + "a".repeat(32)))
				.subscribeOn(Schedulers.parallel()))
			.expectError(ClerkUnavailableException.class)
			.verify(Duration.ofSeconds(60));
	}

	private static String m2m(Claims payload) {
		return MachineTokens.sign(KEY, MachineTokens.m2mHeader(), payload);
	}

	private static String oauth(Claims payload) {
		return MachineTokens.sign(KEY, MachineTokens.oauthHeader(), payload);
	}

}
