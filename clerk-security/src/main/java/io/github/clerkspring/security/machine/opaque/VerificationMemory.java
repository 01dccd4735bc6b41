package io.github.clerkspring.security.machine.opaque;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.keys.ElapsedTime;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Accepted;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Refused;
import io.github.clerkspring.security.token.TokenDigest;

/**
 * Remembers the outcomes of verifications: accepted tokens if there is a cache, refused
 * tokens, and which tokens were valid the last time. The latter does not accept a token,
 * it only gives it precedence under load.
 */
final class VerificationMemory {

	private static final int MAX_KNOWN_TOKENS = 10_000;

	private static final Duration KNOWN_FOR = Duration.ofHours(1);

	private final ElapsedTime time;

	private final long cacheMillis;

	private final TokenMemory<Cached> accepted;

	private final TokenMemory<Refused> refused;

	private final TokenMemory<Boolean> known;

	VerificationMemory(long cacheSize, Duration cacheLifetime, long refusedSize, Duration refusedLifetime,
			ElapsedTime time) {
		this.time = time;
		this.cacheMillis = cacheLifetime.toMillis();
		this.accepted = new TokenMemory<>(cacheSize, cacheLifetime, time);
		this.refused = new TokenMemory<>(refusedSize, refusedLifetime, time);
		this.known = new TokenMemory<>(MAX_KNOWN_TOKENS, KNOWN_FOR, time);
	}

	/**
	 * Return the remembered outcome for a token.
	 * @param digest the digest of the token
	 * @return the outcome, or {@code null} if the token has to be verified
	 */
	@Nullable VerificationOutcome find(TokenDigest digest) {
		Cached cached = this.accepted.get(digest);
		if (cached != null && this.time.millis() < cached.until()) {
			return cached.outcome();
		}
		return this.refused.get(digest);
	}

	/**
	 * Return whether a token was valid when it was verified the last time.
	 * @param digest the digest of the token
	 * @return whether the token is known
	 */
	boolean isKnown(TokenDigest digest) {
		return this.known.get(digest) != null;
	}

	/**
	 * Remember an outcome.
	 * @param digest the digest of the token
	 * @param outcome the outcome
	 * @param startedAt the elapsed time when the verification began, at which the time in
	 * the cache begins, since the token may be revoked before the response arrives
	 */
	void remember(TokenDigest digest, VerificationOutcome outcome, long startedAt) {
		if (outcome instanceof Accepted valid) {
			this.known.put(digest, true);
			if (valid.cacheable()) {
				this.accepted.put(digest, new Cached(valid, startedAt + this.cacheMillis));
			}
		}
		else if (outcome instanceof Refused invalid) {
			this.known.remove(digest);
			this.refused.put(digest, invalid);
		}
	}

	long cacheSize() {
		return this.accepted.size();
	}

	/**
	 * Accepted token in the cache.
	 *
	 * @param outcome the outcome
	 * @param until the elapsed time until which it is used
	 */
	private record Cached(Accepted outcome, long until) {

	}

}
