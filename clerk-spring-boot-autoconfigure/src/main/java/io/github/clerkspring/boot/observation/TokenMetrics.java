package io.github.clerkspring.boot.observation;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;

/**
 * Metrics for verifications of tokens by outcome. Counters are cached, since
 * verifications happen on every request.
 */
class TokenMetrics implements TokenVerificationListener {

	private static final String NONE = "none";

	private final MeterRegistry registry;

	// Bounded, since all components of the keys have a fixed set of values
	private final Map<Series, Counter> counters = new ConcurrentHashMap<>();

	TokenMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onVerification(TokenVerification verification) {
		Series series = new Series(verification.tokenType(), verification.rejection(), verification.cacheHit(), false);
		this.counters.computeIfAbsent(series, (absent) -> verifications(verification)).increment();
		if (verification.missingAuthorizedParty()) {
			Series missing = new Series(verification.tokenType(), null, false, true);
			this.counters.computeIfAbsent(missing, (absent) -> missingAuthorizedParties(verification)).increment();
		}
	}

	private Counter verifications(TokenVerification verification) {
		TokenRejection rejection = verification.rejection();
		return Counter.builder("clerk.tokens.verifications")
			.description("Tokens that were verified, and what became of them")
			.tag("kind", verification.tokenType().value())
			.tag("outcome", verification.outcome().name().toLowerCase(Locale.ROOT))
			.tag("reason", (rejection != null) ? rejection.value() : NONE)
			.tag("cache", (rejection != null) ? NONE : (verification.cacheHit()) ? "hit" : "miss")
			.register(this.registry);
	}

	private Counter missingAuthorizedParties(TokenVerification verification) {
		return Counter.builder("clerk.tokens.azp.missing")
			.description("Tokens that were accepted although they name no authorized party")
			.tag("kind", verification.tokenType().value())
			.register(this.registry);
	}

	/**
	 * Key of a counter.
	 *
	 * @param tokenType the type of token
	 * @param rejection the reason of the rejection, or {@code null} if accepted
	 * @param cacheHit whether the token was in the cache of verified tokens
	 * @param missingAuthorizedParty whether this counter is the one of accepted tokens
	 * without an authorized party
	 */
	private record Series(ClerkTokenType tokenType, @Nullable TokenRejection rejection, boolean cacheHit,
			boolean missingAuthorizedParty) {

	}

}
