package io.github.clerkspring.security.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Verifies session tokens, for both stacks. Whatever it is given, the outcome is a token
 * or a {@link JwtException}: {@link JwtValidationException} if the token is not accepted,
 * {@link ClerkKeysUnavailableException} if there are no keys. The messages of both are
 * constant; the reason is in the error, in the log at {@code DEBUG}, and told to the
 * listener.
 */
public final class SessionTokenVerifier {

	private static final Log logger = LogFactory.getLog(SessionTokenVerifier.class);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final ClerkKeySource keys;

	private final ClaimRules claimRules;

	private final VerifiedTokenCache cache;

	private final TokenVerificationListener listener;

	private final AtomicBoolean warnedOfMissingParty = new AtomicBoolean();

	SessionTokenVerifier(ClerkKeySource keys, ClaimRules claimRules, VerifiedTokenCache cache,
			TokenVerificationListener listener) {
		this.keys = keys;
		this.claimRules = claimRules;
		this.cache = cache;
		this.listener = listener;
	}

	/**
	 * Begin to build a verifier.
	 * @param keys where keys come from
	 * @param rules what tokens must say
	 * @return a builder
	 */
	public static SessionTokenVerifierBuilder builder(ClerkKeySource keys, SessionTokenRules rules) {
		return new SessionTokenVerifierBuilder(keys, rules);
	}

	/**
	 * Return what is known about the memory of verified tokens.
	 * @return the state at this moment
	 */
	public VerifiedTokenCacheState cacheState() {
		return this.cache.state();
	}

	Mono<Jwt> verify(String token) {
		return Mono.defer(() -> {
			Candidate candidate = begin(token);
			VerificationKey key = this.keys.find(candidate.keyId());
			return (key != null) ? Mono.just(finish(candidate, key))
					: resolve(candidate).map((found) -> finish(candidate, found));
		}).onErrorMap(RuntimeException.class, this::report);
	}

	Jwt verifyAndWait(String token) {
		try {
			Candidate candidate = begin(token);
			VerificationKey key = this.keys.find(candidate.keyId());
			return finish(candidate, (key != null) ? key : await(candidate));
		}
		catch (RuntimeException ex) {
			throw report(ex);
		}
	}

	private Candidate begin(@Nullable String token) {
		if (token == null || token.length() > CompactToken.MAX_LENGTH) {
			throw new TokenRejectedException(TokenRejection.TOKEN_INVALID);
		}
		TokenDigest digest = this.cache.digest(token);
		VerifiedToken verified = this.cache.get(digest);
		CompactToken parsed = (verified != null) ? verified.token() : CompactToken.parse(token);
		if (verified == null) {
			HeaderRules.checkBeforeKey(parsed.header());
		}
		return new Candidate(token, digest, parsed, verified);
	}

	private Mono<VerificationKey> resolve(Candidate candidate) {
		return this.keys.resolve(candidate.keyId())
			.onErrorMap((ex) -> !(ex instanceof ClerkKeysUnavailableException), SessionTokenVerifier::unavailable)
			.switchIfEmpty(Mono.error(() -> new TokenRejectedException(TokenRejection.JWK_KID_MISMATCH)));
	}

	private VerificationKey await(Candidate candidate) {
		if (Schedulers.isInNonBlockingThread()) {
			throw unavailable(
					new IllegalStateException("The blocking decoder was called on a thread that must not wait"));
		}
		try {
			// The one place that blocks, and only when there are no keys
			VerificationKey key = resolve(candidate).block(LONGEST_WAIT);
			if (key == null) {
				throw new TokenRejectedException(TokenRejection.JWK_KID_MISMATCH);
			}
			return key;
		}
		catch (TokenRejectedException | ClerkKeysUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The wait was too long or was interrupted
			throw unavailable(ex);
		}
	}

	private Jwt finish(Candidate candidate, VerificationKey key) {
		VerifiedToken verified = candidate.verified();
		VerifiedToken remembered = (verified != null && verified.key().equals(key)) ? verified : null;
		if (remembered == null) {
			this.cache.remove(candidate.digest());
			HeaderRules.checkBeforeSignature(candidate.parsed().header());
			TokenRejection.TOKEN_INVALID_SIGNATURE
				.unless(key.verifies(candidate.parsed().signedBytes(), candidate.parsed().signature()));
		}
		this.claimRules.check(candidate.parsed().payload());
		Jwt jwt = (remembered != null) ? remembered.jwt() : remember(candidate, key);
		this.listener.onVerification(
				new TokenVerification(ClerkTokenType.SESSION, null, remembered != null, missesParty(candidate)));
		return jwt;
	}

	private boolean missesParty(Candidate candidate) {
		boolean missing = this.claimRules.acceptsMissingParty(candidate.parsed().payload());
		if (missing && this.warnedOfMissingParty.compareAndSet(false, true)) {
			logger.warn("Accepted a session token that names no authorized party, since such tokens are allowed. "
					+ "This is logged once");
		}
		return missing;
	}

	private Jwt remember(Candidate candidate, VerificationKey key) {
		Jwt jwt = JwtFactory.create(candidate.token(), candidate.parsed());
		this.cache.put(candidate.digest(), new VerifiedToken(candidate.parsed(), key, jwt));
		return jwt;
	}

	private static ClerkKeysUnavailableException unavailable(Throwable cause) {
		return new ClerkKeysUnavailableException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, Duration.ofSeconds(1),
				cause);
	}

	private JwtException report(RuntimeException ex) {
		if (ex instanceof ClerkKeysUnavailableException failure) {
			report(failure.rejection());
			logger.trace("There are no keys", ex);
			return failure;
		}
		if (ex instanceof TokenRejectedException failure) {
			return report(failure.rejection());
		}
		// The message and the stack trace could show parts of the token
		logger.warn("Refused a token because its verification failed unexpectedly with " + ex.getClass().getName());
		return report(TokenRejection.TOKEN_VERIFICATION_FAILED);
	}

	private JwtException report(TokenRejection rejection) {
		logger.debug("Did not accept a session token: " + rejection.value());
		this.listener.onVerification(TokenVerification.rejected(rejection));
		return new JwtValidationException("The token is not valid",
				List.of(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, rejection.value(), null)));
	}

	/**
	 * Token on its way through verification.
	 *
	 * @param token the token as it was received
	 * @param digest its digest, or {@code null} if tokens are not remembered
	 * @param parsed its parts
	 * @param verified what is remembered of it, or {@code null}
	 */
	private record Candidate(String token, @Nullable TokenDigest digest, CompactToken parsed,
			@Nullable VerifiedToken verified) {

		@Nullable String keyId() {
			return HeaderRules.keyId(this.parsed.header());
		}

	}

}
