package io.github.clerkspring.emulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The failures that are to come, in order.
 */
public final class Faults {

	private static final int CAPACITY = 1000;

	private final List<Failure> pending = new ArrayList<>();

	private final Supplier<Set<String>> operations;

	public Faults(Supplier<Set<String>> operations) {
		this.operations = operations;
	}

	/**
	 * Adds a failure behind the others.
	 * @param fault the failure
	 * @throws IllegalArgumentException if its operation does not exist
	 * @throws IllegalStateException if too many are to come
	 */
	public synchronized void add(Failure fault) {
		String operation = fault.operation();
		if (operation != null && !this.operations.get().contains(operation)) {
			throw new IllegalArgumentException("Unknown operation " + operation
					+ "; write method and path as Clerk's reference does, like GET /users/{user_id}.");
		}
		if (this.pending.size() == CAPACITY) {
			throw new IllegalStateException(CAPACITY + " faults are pending; use times(…) for repeated ones.");
		}
		this.pending.add(fault);
	}

	public synchronized void clear() {
		this.pending.clear();
	}

	public synchronized List<Failure> all() {
		return List.copyOf(this.pending);
	}

	/**
	 * Removes and returns the first failure for a request.
	 * @param operation the operation, or null for an unknown operation
	 * @return the failure, or null if the request succeeds
	 */
	synchronized @Nullable Failure next(@Nullable String operation) {
		for (int i = 0; i < this.pending.size(); i++) {
			Failure fault = this.pending.get(i);
			if (fault.matches(operation)) {
				if (fault.times() == 1) {
					this.pending.remove(i);
				}
				else {
					this.pending.set(i, fault.withTimes(fault.times() - 1));
				}
				return fault;
			}
		}
		return null;
	}

}
