package io.github.clerkspring.security.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

	private final TokenValidators validators;

	private final VerifiedTokenCache cache;

	private final TokenVerificationListeners listeners;

	private final RejectionLog rejectionLog = new RejectionLog();

	private final AtomicBoolean warnedOfMissingParty = new AtomicBoolean();

	SessionTokenVerifier(ClerkKeySource keys, ClaimRules claimRules, TokenValidators validators,
			VerifiedTokenCache cache, TokenVerificationListeners listeners) {
		this.keys = keys;
		this.claimRules = claimRules;
		this.validators = validators;
		this.cache = cache;
		this.listeners = listeners;
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
		if (token == null) {
			throw new TokenRejectedException(TokenRejection.TOKEN_INVALID);
		}
		CompactToken.checkLength(token);
		TokenDigest digest = this.cache.digest(token);
		VerifiedToken verified = this.cache.get(digest);
		if (verified != null) {
			return new Candidate(token, digest, verified.keyId(), null, verified);
		}
		CompactToken parsed = CompactToken.parse(token);
		HeaderRules.checkBeforeKey(parsed.header());
		return new Candidate(token, digest, HeaderRules.keyId(parsed.header()), parsed, null);
	}

	private Mono<VerificationKey> resolve(Candidate candidate) {
		return this.keys.resolve(candidate.keyId())
			.onErrorMap((ex) -> !(ex instanceof ClerkKeysUnavailableException), SessionTokenVerifier::unavailable)
			.switchIfEmpty(Mono.error(() -> noKey(candidate)));
	}

	private TokenRejectedException noKey(Candidate candidate) {
		return new TokenRejectedException(TokenRejection.JWK_KID_MISMATCH,
				() -> (candidate.keyId() != null) ? "no key of " + this.keys + " has the kid" : "kid is missing");
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
				throw noKey(candidate);
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
		VerifiedToken remembered = candidate.remembered(key);
		VerifiedToken token = (remembered != null) ? checkAgain(remembered) : check(candidate, key);
		this.validators.validate(token.jwt());
		if (remembered == null) {
			this.cache.put(candidate.digest(), token);
		}
		this.listeners.onVerification(
				new TokenVerification(ClerkTokenType.SESSION, null, remembered != null, missesParty(token.payload())));
		return token.jwt();
	}

	private VerifiedToken check(Candidate candidate, VerificationKey key) {
		this.cache.remove(candidate.digest());
		CompactToken parsed = candidate.parts();
		HeaderRules.checkBeforeSignature(parsed.header());
		TokenRejection.TOKEN_INVALID_SIGNATURE.unless(key.verifies(parsed.signedBytes(), parsed.signature()));
		this.claimRules.check(parsed.payload());
		return new VerifiedToken(candidate.keyId(), parsed.payload(), key,
				JwtFactory.create(candidate.token(), parsed));
	}

	private VerifiedToken checkAgain(VerifiedToken token) {
		this.claimRules.check(token.payload());
		return token;
	}

	private boolean missesParty(Map<String, Object> claims) {
		boolean missing = this.claimRules.acceptsMissingParty(claims);
		if (missing && this.warnedOfMissingParty.compareAndSet(false, true)) {
			logger.warn("Accepted a session token that names no authorized party, since such tokens are allowed. "
					+ "This is logged once");
		}
		return missing;
	}

	private static ClerkKeysUnavailableException unavailable(Throwable cause) {
		return new ClerkKeysUnavailableException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, Duration.ofSeconds(1),
				cause);
	}

	private JwtException report(RuntimeException ex) {
		if (ex instanceof ClerkKeysUnavailableException failure) {
			logger.debug("Did not accept a session token: " + failure.rejection().value());
			logger.trace("There are no keys", ex);
			this.listeners.onVerification(TokenVerification.rejected(failure.rejection()));
			return failure;
		}
		if (ex instanceof TokenRejectedException rejected) {
			return reject(rejected);
		}
		logger.warn(
				"Refused a token because its verification failed unexpectedly with " + UnexpectedFailure.describe(ex));
		return reject(new TokenRejectedException(TokenRejection.TOKEN_VERIFICATION_FAILED));
	}

	private JwtValidationException reject(TokenRejectedException rejected) {
		this.rejectionLog.log(rejected);
		this.listeners.onVerification(TokenVerification.rejected(rejected.rejection()));
		List<OAuth2Error> errors = new ArrayList<>();
		errors.add(new OAuth2Error(BearerTokenErrorCodes.INVALID_TOKEN, rejected.rejection().value(), null));
		errors.addAll(rejected.errors());
		return new JwtValidationException("The token is not valid", errors);
	}

	/**
	 * Token on its way through verification.
	 *
	 * @param token the token as it was received
	 * @param digest its digest, or {@code null} if tokens are not remembered
	 * @param keyId id of the key that it names, or {@code null}
	 * @param parsed its parts, or {@code null} if it is remembered
	 * @param verified what is remembered of it, or {@code null}
	 */
	private record Candidate(String token, @Nullable TokenDigest digest, @Nullable String keyId,
			@Nullable CompactToken parsed, @Nullable VerifiedToken verified) {

		@Nullable VerifiedToken remembered(VerificationKey key) {
			return (this.verified != null && this.verified.key().equals(key)) ? this.verified : null;
		}

		CompactToken parts() {
			return (this.parsed != null) ? this.parsed : CompactToken.parse(this.token);
		}

	}

}
