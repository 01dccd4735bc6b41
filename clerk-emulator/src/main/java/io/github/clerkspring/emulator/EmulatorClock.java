package io.github.clerkspring.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.github.clerkspring.emulator.control.ClockSetting;

/**
 * The clock that stamps and expires everything in the emulator. It follows another clock
 * until it is set, moved or stopped.
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
	 * Moves the clock; it goes on or stands still as before.
	 * @param duration how far, backwards if negative
	 * @throws ArithmeticException if there is no such time
	 */
	@Override
	public void advance(Duration duration) {
		Math.addExact(millis(), duration.toMillis());
		move(InstantSource.offset(this.state.current, duration));
	}

	/**
	 * Follows the original clock again.
	 */
	@Override
	public void reset() {
		move(this.source);
	}

	/**
	 * Follows the original clock again without a call of the listener.
	 */
	void restart() {
		this.state.current = this.source;
	}

	/**
	 * Sets a listener.
	 * @param listener is called after the clock was set or moved
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
