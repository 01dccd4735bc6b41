package io.github.clerkspring.security.keys;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Elapsed time for the measurement of ages. It never decreases, even if the system clock
 * is set back.
 */
public final class ElapsedTime {

	private final LongSupplier millis;

	private ElapsedTime(LongSupplier millis) {
		this.millis = millis;
	}

	/**
	 * Create an elapsed time that follows a clock. The monotonic time of the Java virtual
	 * machine replaces the system clock; backward steps of other clocks are ignored.
	 * @param clock the clock
	 * @return the elapsed time
	 */
	public static ElapsedTime of(Clock clock) {
		return (clock.equals(Clock.systemUTC())) ? monotonic() : new ElapsedTime(new Forward(clock)::millis);
	}

	private static ElapsedTime monotonic() {
		long start = System.nanoTime();
		return new ElapsedTime(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	/**
	 * Return the time since an arbitrary moment in the past.
	 * @return milliseconds, not negative
	 */
	public long millis() {
		return this.millis.getAsLong();
	}

	public long nanos() {
		return TimeUnit.MILLISECONDS.toNanos(millis());
	}

	/**
	 * Sum of the forward steps of a clock.
	 */
	private static final class Forward {

		private final Clock clock;

		private long last;

		private long elapsed;

		Forward(Clock clock) {
			this.clock = clock;
			this.last = clock.millis();
		}

		synchronized long millis() {
			long now = this.clock.millis();
			this.elapsed += Math.max(0, now - this.last);
			this.last = now;
			return this.elapsed;
		}

	}

}
