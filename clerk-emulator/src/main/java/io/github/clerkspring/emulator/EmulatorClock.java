package io.github.clerkspring.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.github.clerkspring.emulator.control.ClockSetting;

/**
 * Clock of all times and expirations of the emulator. It follows another clock until it
 * is set, moved or stopped.
 */
public final class EmulatorClock extends Clock implements ClockSetting {

	private final InstantSource source;

	private final ZoneId zone;

	private final State state;

	EmulatorClock(InstantSource source) {
		this(source, ZoneOffset.UTC, new State(source));
	}

	private EmulatorClock(InstantSource source, ZoneId zone, State state) {
		this.source = source;
		this.zone = zone;
		this.state = state;
	}

	/**
	 * Stops the clock at an instant.
	 * @param instant the instant
	 */
	@Override
	public void set(Instant instant) {
		move(InstantSource.fixed(instant));
	}

	/**
	 * Advances the clock; a stopped clock remains stopped.
	 * @param duration the duration, negative to move the clock back
	 * @throws ArithmeticException if the resulting time is out of range
	 */
	@Override
	public void advance(Duration duration) {
		Math.addExact(millis(), duration.toMillis());
		move(InstantSource.offset(this.state.current, duration));
	}

	/**
	 * Restores the original clock.
	 */
	@Override
	public void reset() {
		move(this.source);
	}

	/**
	 * Restores the original clock without notification of the listener.
	 */
	void restart() {
		this.state.current = this.source;
	}

	/**
	 * Sets a listener.
	 * @param listener the listener, called after each change of the clock
	 */
	void onMove(Runnable listener) {
		this.state.listener = listener;
	}

	@Override
	public Instant instant() {
		return this.state.current.instant();
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new EmulatorClock(this.source, zone, this.state);
	}

	private void move(InstantSource source) {
		this.state.current = source;
		this.state.listener.run();
	}

	private static final class State {

		private volatile InstantSource current;

		private volatile Runnable listener = () -> {
		};

		private State(InstantSource current) {
			this.current = current;
		}

	}

}
