package io.github.clerkspring.emulator.webhooks;

import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/**
 * Looks at the clock a second later, for a clock that moves by itself or is moved behind
 * the emulator's back. Guarded by the lock of the engine.
 */
final class RetryTimer {

	private final Runnable action;

	private final Disposable.Swap next = Disposables.swap();

	private boolean set;

	RetryTimer(Runnable action) {
		this.action = action;
	}

	/**
	 * Sets the timer, unless it is set already.
	 */
	void set() {
		if (!this.set) {
			this.set = true;
			this.next.update(Schedulers.parallel().schedule(this.action, 1, TimeUnit.SECONDS));
		}
	}

	/**
	 * Takes note that it has gone off.
	 */
	void wentOff() {
		this.set = false;
	}

	void dispose() {
		this.next.dispose();
	}

}
