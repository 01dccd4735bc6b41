package io.github.clerkspring.emulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The failures that are to come, in order.
 */
final class Faults {

	private final List<Fault> pending = new ArrayList<>();

	synchronized void add(Fault fault) {
		this.pending.add(fault);
	}

	synchronized void clear() {
		this.pending.clear();
	}

	synchronized @Nullable Fault next(@Nullable String operation) {
		for (Iterator<Fault> faults = this.pending.iterator(); faults.hasNext();) {
			Fault fault = faults.next();
			if (fault.matches(operation)) {
				int left = fault.times() - 1;
				if (left <= 0) {
					faults.remove();
				}
				else {
					this.pending.set(this.pending.indexOf(fault), fault.times(left));
				}
				return fault;
			}
		}
		return null;
	}

}
