package io.github.clerkspring.emulator.control;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that can be set.
 */
public interface ClockSetting {

	Instant instant();

	/**
	 * Stops the clock at an instant.
	 * @param instant the instant
	 */
	void set(Instant instant);

	/**
	 * Moves the clock.
	 * @param duration the distance, negative to move backwards
	 * @throws ArithmeticException if the time is out of range
	 */
	void advance(Duration duration);

	/**
	 * Follows the original clock again.
	 */
	void reset();

}
