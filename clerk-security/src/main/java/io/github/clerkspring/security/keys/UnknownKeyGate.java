package io.github.clerkspring.security.keys;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Limits the fetches caused by unknown keys to one within an interval. A key that is
 * published in the meantime is found after the interval at the latest.
 */
final class UnknownKeyGate {

	private final long interval;

	private final LongAdder refused = new LongAdder();

	private long nextPass = Long.MIN_VALUE;

	UnknownKeyGate(Duration interval) {
		this.interval = interval.toMillis();
	}

	synchronized boolean tryPass(long now) {
		if (now < this.nextPass) {
			this.refused.increment();
			return false;
		}
		this.nextPass = now + this.interval;
		return true;
	}

	long refused() {
		return this.refused.sum();
	}

}
