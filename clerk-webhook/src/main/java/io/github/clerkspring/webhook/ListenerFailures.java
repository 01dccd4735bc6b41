package io.github.clerkspring.webhook;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Failures of listeners during the publication of an event by the current thread. The
 * event multicaster of an application can have an {@code ErrorHandler} that suppresses
 * them, after which the webhook would be handled.
 */
final class ListenerFailures {

	private final ThreadLocal<@Nullable AtomicReference<Throwable>> first = new ThreadLocal<>();

	/**
	 * Publish an event.
	 * @param publication publishes the event
	 * @throws RuntimeException the first failure of a listener, also if it is suppressed
	 */
	void propagate(Runnable publication) {
		AtomicReference<Throwable> outer = this.first.get();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		this.first.set(failure);
		try {
			publication.run();
		}
		finally {
			restore(outer);
		}
		if (failure.get() instanceof RuntimeException ex) {
			throw ex;
		}
		if (failure.get() instanceof Error ex) {
			throw ex;
		}
	}

	private void restore(@Nullable AtomicReference<Throwable> outer) {
		if (outer != null) {
			this.first.set(outer);
		}
		else {
			this.first.remove();
		}
	}

	/**
	 * Record the failure of a listener.
	 * @param failure the failure
	 */
	void add(Throwable failure) {
		AtomicReference<Throwable> current = this.first.get();
		if (current != null) {
			current.compareAndSet(null, failure);
		}
	}

}
