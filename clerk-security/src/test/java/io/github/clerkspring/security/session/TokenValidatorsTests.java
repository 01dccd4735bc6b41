package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Validators of the application beside the rules of Clerk.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenValidatorsTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final String GOOD = TokenForge.sign(KEY, Claims.header().toString(), Claims.payload().toString());

	private final List<String> calls = new ArrayList<>();

	private final List<TokenVerification> verifications = new ArrayList<>();

	private boolean refuses;

	private static Stream<Function<SessionTokenVerifier, Function<String, Jwt>>> stacks() {
		return Stream.of((verifier) -> new ClerkJwtDecoder(verifier)::decode,
				(verifier) -> (token) -> new ReactiveClerkJwtDecoder(verifier).decode(token)
					.blockOptional(Duration.ofSeconds(60))
					.orElseThrow());
	}

	private SessionTokenVerifierBuilder builder() {
		return SessionTokenVerifier
			.builder(ClerkKeySource.ofPublicKey(Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded())),
					SessionTokenRules.forIssuer(TestInstance.ISSUER))
			.clock(new TestClock())
			.listener(this.verifications::add);
	}

	private OAuth2TokenValidator<Jwt> validator(String name) {
		return (jwt) -> {
			this.calls.add(name + " " + jwt.getSubject());
			return (this.refuses) ? OAuth2TokenValidatorResult.failure(new OAuth2Error("refused", name, null))
					: OAuth2TokenValidatorResult.success();
		};
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void appliesAllValidatorsInOrderOnEveryUse(Function<SessionTokenVerifier, Function<String, Jwt>> stack) {
		Function<String, Jwt> decoder = stack
			.apply(builder().validator(validator("first")).validator(validator("second")).build());
		decoder.apply(GOOD);
		decoder.apply(GOOD);
		assertThat(this.calls).containsExactly("first user_1", "second user_1", "first user_1", "second user_1");
		assertThat(this.verifications).extracting(TokenVerification::cacheHit).containsExactly(false, true);
		this.refuses = true;
		refuse(decoder, "token-refused-by-validator", "first", "second");
		this.refuses = false;
		decoder.apply(GOOD);
		assertThat(this.verifications).last().extracting(TokenVerification::cacheHit).isEqualTo(true);
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void doesNotCacheRejectedToken(Function<SessionTokenVerifier, Function<String, Jwt>> stack) {
		SessionTokenVerifier verifier = builder().validator(validator("only")).build();
		this.refuses = true;
		refuse(stack.apply(verifier), "token-refused-by-validator", "only");
		assertThat(verifier.cacheState().size()).isZero();
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void doesNotApplyValidatorsToRejectedTokens(Function<SessionTokenVerifier, Function<String, Jwt>> stack) {
		Function<String, Jwt> decoder = stack.apply(builder().validator(validator("only")).build());
		for (Claims payload : List.of(Claims.payload().set("exp", "1").without("iat"),
				Claims.payload().set("iss", "\"https://evil.test\""), Claims.payload().without("sid"),
				Claims.payload().set("sts", "\"pending\""))) {
			assertThatExceptionOfType(JwtValidationException.class)
				.isThrownBy(() -> decoder.apply(TokenForge.sign(KEY, Claims.header().toString(), payload.toString())));
		}
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder
			.apply(TokenForge.sign(TokenForge.newKey(2048), Claims.header().toString(), Claims.payload().toString())));
		assertThat(this.calls).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void rejectsTokenWhenValidatorFails(Function<SessionTokenVerifier, Function<String, Jwt>> stack,
			CapturedOutput output) {
		List<OAuth2TokenValidator<Jwt>> failing = List.of((jwt) -> {
			throw new IllegalStateException(jwt.getTokenValue());
		}, (jwt) -> {
			throw new JwtValidationException(jwt.getTokenValue(), List.of(new OAuth2Error(jwt.getTokenValue())));
		}, (jwt) -> null);
		for (OAuth2TokenValidator<Jwt> validator : failing) {
			refuse(stack.apply(builder().validator(validator).validator(validator("after")).build()),
					"token-refused-by-validator");
		}
		assertThat(this.calls).isEmpty();
		assertThat(this.verifications).extracting(TokenVerification::rejection)
			.containsOnly(TokenRejection.TOKEN_REFUSED_BY_VALIDATOR);
		assertThat(output).contains("IllegalStateException at " + getClass().getName(), "NullPointerException")
			.doesNotContain(GOOD);
	}

	private static void refuse(Function<String, Jwt> decoder, String... descriptions) {
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.apply(GOOD))
			.withMessage("The token is not valid")
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getErrors()).extracting(OAuth2Error::getDescription)
				.containsExactly(descriptions));
	}

	@Test
	void listenerThatThrowsDoesNotChangeOutcome(CapturedOutput output) {
		SessionTokenVerifier verifier = builder().listener((verification) -> {
			throw new IllegalStateException("broken listener");
		}).listener(this.verifications::add).build();
		for (Function<SessionTokenVerifier, Function<String, Jwt>> stack : stacks().toList()) {
			Function<String, Jwt> decoder = stack.apply(verifier);
			assertThat(decoder.apply(GOOD).getSubject()).isEqualTo("user_1");
			assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.apply("x.y.z"));
		}
		assertThat(this.verifications).hasSize(8);
		assertThat(output.getAll().split("does not change the outcome", -1)).hasSize(2);
	}

}
