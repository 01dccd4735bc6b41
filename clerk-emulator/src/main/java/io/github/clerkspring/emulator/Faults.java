package io.github.clerkspring.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The failures that are to come, in order.
 */
final class Faults {

	private static final int CAPACITY = 1000;

	private final List<Fault> pending = new ArrayList<>();

	private final Supplier<Set<String>> operations;

	Faults(Supplier<Set<String>> operations) {
		this.operations = operations;
	}

	/**
	 * Adds a failure behind the others.
	 * @param fault the failure
	 * @throws IllegalArgumentException if it is for an operation that does not exist
	 * @throws IllegalStateException if too many are to come
	 */
	synchronized void add(Fault fault) {
		String operation = fault.operation();
		if (operation != null && !this.operations.get().contains(operation)) {
			throw new IllegalArgumentException("There is no operation " + operation
					+ "; write verb and path as Clerk's reference does, like GET /users/{user_id}.");
		}
		if (this.pending.size() == CAPACITY) {
			throw new IllegalStateException(CAPACITY + " faults are to come; use times(…) for many of a kind.");
		}
		this.pending.add(fault);
	}

	synchronized void clear() {
		this.pending.clear();
	}

	synchronized List<Fault> all() {
		return List.copyOf(this.pending);
	}

	/**
	 * Takes the first failure for a call.
	 * @param operation the operation that was called, or null if there is none
	 * @return the failure, or null if the call is to succeed
	 */
	synchronized @Nullable Fault next(@Nullable String operation) {
		for (int i = 0; i < this.pending.size(); i++) {
			Fault fault = this.pending.get(i);
			if (fault.matches(operation)) {
				if (fault.times() == 1) {
					this.pending.remove(i);
				}
				else {
					this.pending.set(i, fault.times(fault.times() - 1));
				}
				return fault;
			}
		}
		return null;
	}

}
