package io.github.clerkspring.security.machine.opaque;

import io.github.clerkspring.security.keys.ElapsedTime;

/**
 * Limits the requests to verify tokens: the number in flight, and the rate of tokens that
 * Clerk refuses. Half of the requests in flight are reserved for tokens that were valid
 * before, and the rate does not apply to these, so that they are accepted during a flood
 * of invalid tokens.
 */
final class VerificationLimits {

	private static final int BURST_SECONDS = 10;

	private final int maxInFlight;

	private final int maxUnknownInFlight;

	private final double refusalsPerMilli;

	private final double maxRefusals;

	private final ElapsedTime time;

	private double refusals;

	private long updatedAt;

	private int inFlight;

	private int unknownInFlight;

	/**
	 * Create limits.
	 * @param maxInFlight the maximum number of requests in flight
	 * @param refusalsPerSecond the maximum rate of unknown tokens that Clerk refuses,
	 * with a burst of ten seconds
	 * @param time the elapsed time
	 */
	VerificationLimits(int maxInFlight, int refusalsPerSecond, ElapsedTime time) {
		this.maxInFlight = maxInFlight;
		this.maxUnknownInFlight = maxInFlight - maxInFlight / 2;
		this.refusalsPerMilli = refusalsPerSecond / 1000.0;
		this.maxRefusals = (double) refusalsPerSecond * BURST_SECONDS;
		this.refusals = this.maxRefusals;
		this.time = time;
		this.updatedAt = time.millis();
	}

	/**
	 * Start a request if the limits allow it.
	 * @param known whether the token was valid before
	 * @return whether the request may be sent; {@link #finish(boolean, boolean)} must
	 * follow
	 */
	synchronized boolean tryStart(boolean known) {
		if (this.inFlight >= this.maxInFlight || (!known && !tryStartUnknown())) {
			return false;
		}
		this.inFlight++;
		return true;
	}

	private boolean tryStartUnknown() {
		refill();
		if (this.unknownInFlight >= this.maxUnknownInFlight || this.refusals < 1) {
			return false;
		}
		this.unknownInFlight++;
		this.refusals--;
		return true;
	}

	private void refill() {
		long now = this.time.millis();
		this.refusals = Math.min(this.maxRefusals, this.refusals + (now - this.updatedAt) * this.refusalsPerMilli);
		this.updatedAt = now;
	}

	/**
	 * Finish a request.
	 * @param known the value with which it was started
	 * @param refused whether Clerk refused the token
	 */
	synchronized void finish(boolean known, boolean refused) {
		this.inFlight--;
		if (!known) {
			this.unknownInFlight--;
			if (!refused) {
				this.refusals = Math.min(this.maxRefusals, this.refusals + 1);
			}
		}
	}

	synchronized int inFlight() {
		return this.inFlight;
	}

}
