package io.github.clerkspring.security.machine.opaque;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Counts requests to Clerk and verifications without one.
 */
final class VerificationCounters {

	private final Map<OpaqueTokenFormat, Calls> calls = new EnumMap<>(OpaqueTokenFormat.class);

	private final LongAdder cacheHits = new LongAdder();

	private final LongAdder refusedAgain = new LongAdder();

	private final LongAdder overLimit = new LongAdder();

	VerificationCounters() {
		for (OpaqueTokenFormat format : OpaqueTokenFormat.values()) {
			this.calls.put(format, new Calls(new LongAdder(), new LongAdder(), new LongAdder()));
		}
	}

	void called(OpaqueTokenFormat format, VerificationOutcome outcome) {
		Calls calls = this.calls.get(format);
		if (calls != null) {
			calls.count(outcome);
		}
	}

	void remembered(VerificationOutcome outcome) {
		((outcome instanceof VerificationOutcome.Accepted) ? this.cacheHits : this.refusedAgain).increment();
	}

	void overLimit() {
		this.overLimit.increment();
	}

	OpaqueTokenVerifierState state(int inFlight, long joined, long cacheSize) {
		Map<ClerkTokenType, OpaqueTokenVerifierState.Calls> sums = new EnumMap<>(ClerkTokenType.class);
		this.calls.forEach((format, counts) -> sums.put(format.tokenType(), counts.sums()));
		return new OpaqueTokenVerifierState(sums, inFlight, joined, cacheSize, this.cacheHits.sum(),
				this.refusedAgain.sum(), this.overLimit.sum());
	}

	/**
	 * Counts for one type of token.
	 *
	 * @param accepted valid tokens
	 * @param refused invalid tokens
	 * @param unavailable requests without a usable response
	 */
	private record Calls(LongAdder accepted, LongAdder refused, LongAdder unavailable) {

		void count(VerificationOutcome outcome) {
			if (outcome instanceof VerificationOutcome.Accepted) {
				this.accepted.increment();
			}
			else if (outcome instanceof VerificationOutcome.Refused) {
				this.refused.increment();
			}
			else {
				this.unavailable.increment();
			}
		}

		OpaqueTokenVerifierState.Calls sums() {
			return new OpaqueTokenVerifierState.Calls(this.accepted.sum(), this.refused.sum(), this.unavailable.sum());
		}

	}

}
