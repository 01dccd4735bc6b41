package io.github.clerkspring.security.keys;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time that ages are measured with. It never goes back, not even when the clock of the
 * system is set back.
 */
public final class ElapsedTime {

	private final LongSupplier millis;

	private ElapsedTime(LongSupplier millis) {
		this.millis = millis;
	}

	/**
	 * Return time that passes as a clock does. The system's clock is replaced by the
	 * monotonic time of the Java virtual machine; of other clocks, steps back are
	 * ignored.
	 * @param clock the clock
	 * @return the time
	 */
	public static ElapsedTime of(Clock clock) {
		return (clock.equals(Clock.systemUTC())) ? monotonic() : new ElapsedTime(new Forward(clock)::millis);
	}

	private static ElapsedTime monotonic() {
		long start = System.nanoTime();
		return new ElapsedTime(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	/**
	 * Return the time since some moment in the past.
	 * @return a number of milliseconds, not negative
	 */
	public long millis() {
		return this.millis.getAsLong();
	}

	public long nanos() {
		return TimeUnit.MILLISECONDS.toNanos(millis());
	}

	/**
	 * Sum of all steps forward of a clock.
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
