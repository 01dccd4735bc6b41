package io.github.clerkspring.security.session;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.security.ClerkKeySetState;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.VerifiedTokenCacheState;
import io.github.clerkspring.security.attack.Claims;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TestInstance;
import io.github.clerkspring.security.attack.TokenForge;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.keys.VerificationKey;
import io.github.clerkspring.security.token.UnverifiedToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions that convert the result of a verification, with a key that is known and with
 * one that has to be fetched.
 */
class VerificationResultTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final List<TokenVerification> verifications = new ArrayList<>();

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void verifiedTokenIsConverted(boolean known) {
		SessionTokenVerifier verifier = verifier(new Keys(known, Mono.just(key())));
		Mono<String> result = verify(verifier, token(Claims.payload()));
		assertThat(this.verifications).isEmpty();
		StepVerifier.create(result).expectNext("user_1").expectComplete().verify(LIMIT);
		StepVerifier.create(result).expectNext("user_1").expectComplete().verify(LIMIT);
		assertThat(this.verifications).extracting(TokenVerification::cacheHit).containsExactly(false, true);
		VerifiedTokenCacheState cache = verifier.cacheState();
		assertThat(List.of(cache.misses(), cache.hits())).containsExactly(1L, 1L);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void rejectionIsConverted(boolean known) {
		Mono<String> result = verify(verifier(new Keys(known, Mono.just(key()))),
				token(Claims.payload().without("sid")));
		StepVerifier.create(result)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ConvertedException.class)
				.hasCauseInstanceOf(JwtValidationException.class))
			.verify(LIMIT);
		assertThat(this.verifications).extracting(TokenVerification::rejection)
			.containsExactly(TokenRejection.TOKEN_TYPE_MISMATCH);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void malformedTokenIsRejected(boolean known) {
		StepVerifier.create(verify(verifier(new Keys(known, Mono.just(key()))), "a.b"))
			.expectError(ConvertedException.class)
			.verify(LIMIT);
		assertThat(this.verifications).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void failureOfConversionIsNotOneOfVerification(boolean known) {
		SessionTokenVerifier verifier = verifier(new Keys(known, Mono.just(key())));
		Mono<Object> result = verifier.signedTokenVerifier()
			.verify(UnverifiedToken.of(token(Claims.payload())), (jwt) -> {
				throw new IllegalStateException("mapper");
			}, ConvertedException::new);
		StepVerifier.create(result).expectErrorMessage("mapper").verify(LIMIT);
		assertThat(this.verifications).extracting(TokenVerification::rejection).containsOnlyNulls().hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void missingKeysAreConverted(boolean broken) {
		Mono<VerificationKey> failing = Mono
			.error((broken) ? new IllegalStateException("broken") : new IllegalArgumentException("closed"));
		StepVerifier.create(verify(verifier(new Keys(false, failing)), token(Claims.payload())))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ConvertedException.class)
				.hasCauseInstanceOf(ClerkUnavailableException.class))
			.verify(LIMIT);
	}

	private Mono<String> verify(SessionTokenVerifier verifier, String token) {
		return verifier.signedTokenVerifier()
			.verify(UnverifiedToken.of(token), Jwt::getSubject, ConvertedException::new);
	}

	private SessionTokenVerifier verifier(ClerkKeySource keys) {
		return SessionTokenVerifier.builder(keys, SessionTokenRules.forIssuer(TestInstance.ISSUER))
			.clock(new TestClock())
			.listener(this.verifications::add)
			.build();
	}

	private static String token(Claims payload) {
		return TokenForge.sign(KEY, Claims.header().toString(), payload.toString());
	}

	private static VerificationKey key() {
		return new VerificationKey((RSAPublicKey) KEY.getPublic());
	}

	private static final class ConvertedException extends RuntimeException {

		ConvertedException(JwtException cause) {
			super(cause);
		}

	}

	private record Keys(boolean known, Mono<VerificationKey> fetched) implements ClerkKeySource {

		@Override
		public @Nullable VerificationKey find(@Nullable String keyId) {
			return (this.known) ? key() : null;
		}

		@Override
		public Mono<VerificationKey> resolve(@Nullable String keyId) {
			return this.fetched;
		}

		@Override
		public Mono<Void> warmUp() {
			return Mono.empty();
		}

		@Override
		public ClerkKeySetState state() {
			return new ClerkKeySetState(this.known, false, 0, null, 0, 0, 0, null);
		}

	}

}
