package io.github.clerkspring.security.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.VerifiedTokenCacheState;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.keys.VerificationKey;

/**
 * Verifies signed tokens of one type: structure, header, signature, claims, and then the
 * validators of the application. The signature of a cached token is not verified again;
 * all other rules are checked on every use.
 *
 * <p>
 * The outcome is a token or a {@link JwtException}: {@link JwtValidationException} if the
 * token is rejected, {@link ClerkUnavailableException} if no keys are available. The
 * messages of both are constant; the reason is in the first error, in the log at
 * {@code DEBUG}, and in the notification of the listeners.
 */
public final class SignedTokenVerifier {

	private static final Log logger = LogFactory.getLog(SignedTokenVerifier.class);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final ClerkKeySource keys;

	private final SignedTokenRules rules;

	private final HeaderRules headerRules;

	private final OAuth2TokenValidator<Jwt> originValidator;

	private final TimeRules timeRules;

	private final OAuth2TokenValidator<Jwt> kindValidator;

	private final TokenValidators validators;

	private final VerifiedHeaders verifiedHeaders = new VerifiedHeaders();

	private final VerifiedTokenCache cache;

	private final TokenVerificationListeners listeners;

	private final VerificationFailures failures;

	private final AtomicBoolean warnedOfMissingParty = new AtomicBoolean();

	/**
	 * Create a verifier.
	 * @param keys the keys of the instance
	 * @param rules the rules for this type of token
	 * @param validators the application's validators, in their order
	 * @param listeners listeners that are notified of each verification
	 * @param cacheSize how many verified tokens are remembered; zero remembers none
	 * @param cacheLifetime how long a verified token is remembered
	 * @param clock the clock
	 */
	public SignedTokenVerifier(ClerkKeySource keys, SignedTokenRules rules,
			Collection<OAuth2TokenValidator<Jwt>> validators, Collection<TokenVerificationListener> listeners,
			long cacheSize, Duration cacheLifetime, Clock clock) {
		this.keys = keys;
		this.rules = rules;
		this.headerRules = new HeaderRules(rules);
		this.originValidator = rules.originValidator();
		this.timeRules = new TimeRules(rules.clockSkew(), clock);
		this.kindValidator = rules.kindValidator();
		this.validators = new TokenValidators(validators);
		this.listeners = new TokenVerificationListeners(listeners);
		this.cache = new VerifiedTokenCache(cacheSize, cacheLifetime, rules.clockSkew(), clock);
		this.failures = new VerificationFailures(rules.tokenType(), this.listeners);
	}

	/**
	 * Return the state of the cache of verified tokens.
	 * @return the state at this moment
	 */
	public VerifiedTokenCacheState cacheState() {
		return this.cache.state();
	}

	/**
	 * Verify a token without blocking.
	 * @param token the token
	 * @return the verified token; a {@link JwtValidationException} if it is rejected, a
	 * {@link ClerkUnavailableException} if no keys are available
	 */
	public Mono<Jwt> verify(UnverifiedToken token) {
		return verify(token, Function.identity(), Function.identity());
	}

	/**
	 * Verify and convert a token without blocking. No operator of Reactor is needed if
	 * the key is known.
	 * @param <T> the type of the result
	 * @param token the token
	 * @param success converts the verified token
	 * @param failure converts the exception if the token is not verified
	 * @return the result of one of the functions
	 */
	public <T> Mono<T> verify(UnverifiedToken token, Function<Jwt, T> success,
			Function<JwtException, ? extends RuntimeException> failure) {
		return Mono.defer(() -> {
			Jwt jwt;
			try {
				Candidate candidate = begin(token);
				VerificationKey key = this.keys.find(candidate.keyId());
				if (key == null) {
					return resolve(candidate).map((found) -> finish(candidate, found))
						.onErrorMap(RuntimeException.class, (ex) -> failure.apply(this.failures.report(ex)))
						.map(success);
				}
				jwt = finish(candidate, key);
			}
			catch (RuntimeException ex) {
				return Mono.error(failure.apply(this.failures.report(ex)));
			}
			return Mono.just(success.apply(jwt));
		});
	}

	/**
	 * Verify a token. This blocks only while no keys are available.
	 * @param token the token
	 * @return the verified token
	 * @throws JwtValidationException if the token is rejected
	 * @throws ClerkUnavailableException if no keys are available
	 */
	public Jwt verifyAndWait(UnverifiedToken token) {
		try {
			Candidate candidate = begin(token);
			VerificationKey key = this.keys.find(candidate.keyId());
			return finish(candidate, (key != null) ? key : await(candidate));
		}
		catch (RuntimeException ex) {
			throw this.failures.report(ex);
		}
	}

	/**
	 * Return whether a token is cached, and therefore of the type of this verifier. This
	 * reads no part of the token, and does not verify it.
	 * @param token the token
	 * @return whether this verifier has verified it before
	 */
	public boolean isCached(UnverifiedToken token) {
		return !token.isTooLong() && this.cache.contains(this.cache.digest(token));
	}

	private Candidate begin(UnverifiedToken token) {
		TokenDigest digest = this.cache.digest(token);
		VerifiedToken verified = this.cache.get(digest);
		if (verified != null) {
			return new Candidate(token, digest, verified.keyId(), null, verified);
		}
		CompactToken parsed = token.takeParts(this.verifiedHeaders);
		this.headerRules.checkBeforeKey(parsed.header());
		return new Candidate(token, digest, HeaderRules.keyId(parsed.header()), parsed, null);
	}

	private Mono<VerificationKey> resolve(Candidate candidate) {
		return this.keys.resolve(candidate.keyId())
			.onErrorMap((ex) -> !(ex instanceof ClerkUnavailableException), SignedTokenVerifier::unavailable)
			.switchIfEmpty(Mono.error(() -> noKey(candidate)));
	}

	private TokenRejectedException noKey(Candidate candidate) {
		return new TokenRejectedException(TokenRejection.JWK_KID_MISMATCH,
				() -> (candidate.keyId() != null) ? "no key of " + this.keys + " has the kid" : "kid is missing");
	}

	private VerificationKey await(Candidate candidate) {
		if (Schedulers.isInNonBlockingThread()) {
			throw unavailable(
					new IllegalStateException("The blocking decoder was called on a thread that must not block"));
		}
		try {
			// The only blocking call, made only while no keys are available
			VerificationKey key = resolve(candidate).block(LONGEST_WAIT);
			if (key == null) {
				throw noKey(candidate);
			}
			return key;
		}
		catch (TokenRejectedException | ClerkUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The wait was too long or was interrupted
			throw unavailable(ex);
		}
	}

	private Jwt finish(Candidate candidate, VerificationKey key) {
		VerifiedToken remembered = candidate.remembered(key);
		VerifiedToken token = (remembered != null) ? remembered : checkSignature(candidate, key);
		checkClaims(token);
		this.validators.validate(token.jwt());
		if (remembered == null) {
			this.cache.put(candidate.digest(), token);
		}
		this.listeners.onVerification(new TokenVerification(this.rules.tokenType(), null, remembered != null,
				isAuthorizedPartyMissing(token.jwt())));
		return token.jwt();
	}

	private VerifiedToken checkSignature(Candidate candidate, VerificationKey key) {
		if (candidate.verified() != null) {
			this.cache.remove(candidate.digest());
		}
		CompactToken parsed = parts(candidate);
		this.headerRules.checkBeforeSignature(parsed.header());
		TokenRejectedException.unless(TokenRejection.TOKEN_INVALID_SIGNATURE,
				key.verifies(parsed.signingInput(), parsed.signature()));
		TokenRejectedException.unless(TokenRejection.TOKEN_VERIFICATION_FAILED,
				parsed.payload().get("sub") instanceof String,
				() -> (parsed.payload().containsKey("sub")) ? "sub is not a string" : "sub is missing");
		this.verifiedHeaders.add(parsed);
		return new VerifiedToken(candidate.keyId(), TokenTimes.of(parsed.payload()), key,
				JwtFactory.create(this.rules, candidate.token().text(), parsed.header(), parsed.payload()));
	}

	private CompactToken parts(Candidate candidate) {
		CompactToken parsed = candidate.parsed();
		return (parsed != null) ? parsed : candidate.token().takeParts(this.verifiedHeaders);
	}

	private void checkClaims(VerifiedToken token) {
		validate(this.originValidator, token.jwt());
		this.timeRules.check(token.times());
		validate(this.kindValidator, token.jwt());
	}

	private static void validate(OAuth2TokenValidator<Jwt> validator, Jwt jwt) {
		for (OAuth2Error error : validator.validate(jwt).getErrors()) {
			throw (error instanceof RejectionError rejection) ? rejection.asException()
					: new TokenRejectedException(TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
	}

	private boolean isAuthorizedPartyMissing(Jwt jwt) {
		boolean missing = this.rules.isAuthorizedPartyMissing(jwt);
		if (missing && this.warnedOfMissingParty.compareAndSet(false, true)) {
			logger.warn("Accepted a token without authorized party, since such tokens are allowed. "
					+ "This is logged once");
		}
		return missing;
	}

	private static ClerkUnavailableException unavailable(Throwable cause) {
		return new ClerkUnavailableException(TokenRejection.JWK_REMOTE_FAILED_TO_LOAD, Duration.ofSeconds(1), cause);
	}

	/**
	 * Token during verification.
	 *
	 * @param token the token as it was received
	 * @param digest its digest, or {@code null} if tokens are not cached
	 * @param keyId id of the key that it names, or {@code null}
	 * @param parsed its parts, or {@code null} if the token is cached
	 * @param verified the cached token, or {@code null}
	 */
	private record Candidate(UnverifiedToken token, @Nullable TokenDigest digest, @Nullable String keyId,
			@Nullable CompactToken parsed, @Nullable VerifiedToken verified) {

		@Nullable VerifiedToken remembered(VerificationKey key) {
			return (this.verified != null && this.verified.key().equals(key)) ? this.verified : null;
		}

	}

}
