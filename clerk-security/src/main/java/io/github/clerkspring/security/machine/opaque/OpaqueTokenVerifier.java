package io.github.clerkspring.security.machine.opaque;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.ClerkUnavailableException;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;
import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Accepted;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Refused;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Unavailable;
import io.github.clerkspring.security.token.TokenDigest;

/**
 * Verifies opaque machine tokens by a request to Clerk. Tokens of another form are
 * refused without a request. There is at most one request in flight for each token, and a
 * limited number for all tokens. Refused tokens are remembered for a short time; accepted
 * ones only if a cache is configured.
 */
public final class OpaqueTokenVerifier {

	private static final Log logger = LogFactory.getLog(OpaqueTokenVerifier.class);

	private static final Unavailable OVER_LIMIT = Unavailable.because(TokenRejection.TOO_MANY_VERIFICATIONS,
			"the limit for requests to Clerk is reached");

	private static final Refused EXPIRED = new Refused(TokenRejection.TOKEN_EXPIRED, "expiration is in the past");

	private static final Refused REFUSED_BY_VALIDATOR = new Refused(TokenRejection.TOKEN_REFUSED_BY_VALIDATOR,
			"a validator of the application refuses it");

	private final VerifyCall call;

	private final VerificationMemory memory;

	private final VerificationLimits limits;

	private final TokenVerificationListener listeners;

	private final Clock clock;

	private final ElapsedTime time;

	private final VerificationsInFlight inFlight = new VerificationsInFlight();

	private final VerificationCounters counters = new VerificationCounters();

	OpaqueTokenVerifier(VerifyCall call, VerificationMemory memory, VerificationLimits limits,
			TokenVerificationListener listeners, Clock clock, ElapsedTime time) {
		this.call = call;
		this.memory = memory;
		this.limits = limits;
		this.listeners = listeners;
		this.clock = clock;
		this.time = time;
	}

	/**
	 * Start building a verifier.
	 * @param client the client of the instance
	 * @return a builder
	 */
	public static OpaqueTokenVerifierBuilder builder(ClerkBackendClient client) {
		return new OpaqueTokenVerifierBuilder(client);
	}

	/**
	 * Verify a token.
	 * @param tokenType the type of the token, not {@link ClerkTokenType#SESSION}
	 * @param token the token
	 * @return the principal without authorities; an {@link InvalidBearerTokenException}
	 * if the token is refused, a {@link ClerkUnavailableException} if Clerk cannot verify
	 * it at present
	 */
	public Mono<ClerkMachine> verify(ClerkTokenType tokenType, String token) {
		return verify(tokenType, token, (machine) -> true);
	}

	/**
	 * Verify a token that the application may refuse although it is valid.
	 * @param tokenType the type of the token, not {@link ClerkTokenType#SESSION}
	 * @param token the token
	 * @param validator decides on each use whether a valid token is accepted
	 * @return the principal without authorities; an {@link InvalidBearerTokenException}
	 * if the token is refused, a {@link ClerkUnavailableException} if Clerk cannot verify
	 * it at present
	 */
	public Mono<ClerkMachine> verify(ClerkTokenType tokenType, String token, Predicate<ClerkMachine> validator) {
		OpaqueTokenFormat format = OpaqueTokenFormat.of(tokenType);
		return Mono.deferContextual((context) -> {
			TokenRejection malformed = format.check(token);
			if (malformed != null) {
				return report(format, new Refused(malformed, "it does not have the form of such a token"), false);
			}
			return examine(format, token, validator, context);
		});
	}

	/**
	 * Return the state of this verifier.
	 * @return the state at this moment
	 */
	public OpaqueTokenVerifierState state() {
		return this.counters.state(this.limits.inFlight(), this.inFlight.joined(), this.memory.cacheSize());
	}

	private Mono<ClerkMachine> examine(OpaqueTokenFormat format, String token, Predicate<ClerkMachine> validator,
			ContextView context) {
		TokenDigest digest = TokenDigest.of(token);
		VerificationOutcome remembered = this.memory.find(digest);
		if (remembered != null) {
			this.counters.remembered(remembered);
			return report(format, validate(remembered, validator), remembered instanceof Accepted);
		}
		return verify(format, token, digest, context)
			.flatMap((outcome) -> report(format, validate(outcome, validator), false));
	}

	private VerificationOutcome validate(VerificationOutcome outcome, Predicate<ClerkMachine> validator) {
		if (!(outcome instanceof Accepted accepted)) {
			return outcome;
		}
		if (isExpired(accepted.machine())) {
			return EXPIRED;
		}
		return (validator.test(accepted.machine())) ? accepted : REFUSED_BY_VALIDATOR;
	}

	private Mono<VerificationOutcome> verify(OpaqueTokenFormat format, String token, TokenDigest digest,
			ContextView context) {
		boolean known = this.memory.isKnown(digest);
		Mono<VerificationOutcome> shared = this.inFlight.join(digest, () -> this.limits.tryStart(known),
				request(format, token, digest), (outcome) -> this.limits.finish(known, outcome instanceof Refused),
				context);
		if (shared == null) {
			this.counters.overLimit();
			return Mono.just(OVER_LIMIT);
		}
		return shared;
	}

	private Mono<VerificationOutcome> request(OpaqueTokenFormat format, String token, TokenDigest digest) {
		return Mono.defer(() -> {
			// The request of another caller may have ended since the first look
			VerificationOutcome remembered = this.memory.find(digest);
			if (remembered != null) {
				return Mono.just(remembered);
			}
			long startedAt = this.time.millis();
			return this.call.verify(format, token).doOnNext((outcome) -> {
				this.counters.called(format, outcome);
				this.memory.remember(digest, outcome, startedAt);
			});
		});
	}

	private Mono<ClerkMachine> report(OpaqueTokenFormat format, VerificationOutcome outcome, boolean cacheHit) {
		if (outcome instanceof Accepted accepted) {
			notifyListeners(format, null, cacheHit);
			return Mono.just(accepted.machine());
		}
		if (outcome instanceof Unavailable failure) {
			log(format, failure.rejection(), failure.detail());
			notifyListeners(format, failure.rejection(), false);
			return Mono.error(new ClerkUnavailableException(failure.rejection(), failure.retryAfter(), null));
		}
		Refused refused = (Refused) outcome;
		log(format, refused.rejection(), refused.detail());
		notifyListeners(format, refused.rejection(), false);
		return Mono.error(new InvalidBearerTokenException("The token is not valid"));
	}

	private boolean isExpired(ClerkMachine machine) {
		Instant expiresAt = machine.expiresAt();
		return expiresAt != null && !expiresAt.isAfter(this.clock.instant());
	}

	private void notifyListeners(OpaqueTokenFormat format, @Nullable TokenRejection rejection, boolean cacheHit) {
		this.listeners.onVerification(new TokenVerification(format.tokenType(), rejection, cacheHit, false));
	}

	private static void log(OpaqueTokenFormat format, TokenRejection rejection, String detail) {
		if (logger.isDebugEnabled()) {
			logger.debug("Did not accept a token (" + format.label() + "): " + rejection.value() + ": " + detail);
		}
	}

}
