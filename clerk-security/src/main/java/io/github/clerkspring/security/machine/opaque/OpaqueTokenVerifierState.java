package io.github.clerkspring.security.machine.opaque;

import java.util.Map;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Snapshot of the state of an {@link OpaqueTokenVerifier}.
 *
 * @param calls requests to Clerk that are complete, for each type of token
 * @param inFlight number of requests to Clerk in flight
 * @param joined number of verifications that waited for a request in flight
 * @param cacheSize approximate number of accepted tokens in the cache
 * @param cacheHits number of tokens that were accepted from the cache
 * @param refusedAgain number of tokens that were refused because Clerk refused them
 * before
 * @param overLimit number of verifications that failed because of the limits for requests
 * to Clerk
 */
public record OpaqueTokenVerifierState(Map<ClerkTokenType, Calls> calls, int inFlight, long joined, long cacheSize,
		long cacheHits, long refusedAgain, long overLimit) {

	public OpaqueTokenVerifierState {
		calls = Map.copyOf(calls);
	}

	/**
	 * Return the number of complete requests to Clerk.
	 * @return the sum for all types and outcomes
	 */
	public long totalCalls() {
		return this.calls.values().stream().mapToLong(Calls::total).sum();
	}

	/**
	 * Requests to Clerk by outcome.
	 *
	 * @param accepted number of tokens that are valid
	 * @param refused number of tokens that are invalid
	 * @param unavailable number of requests without a usable response
	 */
	public record Calls(long accepted, long refused, long unavailable) {

		long total() {
			return this.accepted + this.refused + this.unavailable;
		}

	}

}
