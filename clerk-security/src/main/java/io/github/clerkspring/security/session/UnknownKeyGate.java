package io.github.clerkspring.security.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Decides which unknown key may cause a refresh: at most one within an interval, and none
 * that did so a short while ago, so that one stubborn client does not use up the chance
 * of all others.
 */
final class UnknownKeyGate {

	private static final int MAX_REMEMBERED = 1_000;

	private final long interval;

	private final Cache<ByteBuffer, Boolean> missing;

	private final LongAdder refused = new LongAdder();

	private long nextPass = Long.MIN_VALUE;

	UnknownKeyGate(Duration interval, Clock clock) {
		this.interval = interval.toMillis();
		this.missing = Caffeine.newBuilder()
			.maximumSize(MAX_REMEMBERED)
			.expireAfterWrite(interval.multipliedBy(2))
			.ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
			.executor(Runnable::run)
			.build();
	}

	synchronized boolean tryPass(long now) {
		if (now < this.nextPass) {
			refuse();
			return false;
		}
		this.nextPass = now + this.interval;
		return true;
	}

	boolean isMissing(String keyId) {
		return this.missing.getIfPresent(digest(keyId)) != null;
	}

	void remember(String keyId) {
		this.missing.put(digest(keyId), Boolean.TRUE);
	}

	void refuse() {
		this.refused.increment();
	}

	long refused() {
		return this.refused.sum();
	}

	long remembered() {
		this.missing.cleanUp();
		return this.missing.estimatedSize();
	}

	private static ByteBuffer digest(String keyId) {
		return ByteBuffer.wrap(Sha256.digest(keyId.getBytes(StandardCharsets.UTF_8)));
	}

}
