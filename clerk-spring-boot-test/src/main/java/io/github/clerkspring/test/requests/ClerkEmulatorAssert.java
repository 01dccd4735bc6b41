package io.github.clerkspring.test.requests;

import java.util.List;

import org.assertj.core.api.AbstractAssert;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.RecordedRequest;

/**
 * Assertions about the requests received by an emulator since its start or last reset.
 * Requests that add seed data are excluded.
 */
public final class ClerkEmulatorAssert extends AbstractAssert<ClerkEmulatorAssert, ClerkEmulator> {

	ClerkEmulatorAssert(ClerkEmulator actual) {
		super(actual, ClerkEmulatorAssert.class);
	}

	/**
	 * Verify that an operation was called.
	 * @param operation the method and path below {@code /v1}, such as {@code GET
	 * /users/{user_id}}
	 * @return assertions about the matching calls
	 */
	public RecordedRequestsAssert received(String operation) {
		isNotNull();
		List<RecordedRequest> all = this.actual.requests();
		List<RecordedRequest> found = of(operation, all);
		if (found.isEmpty()) {
			failWithMessage("Expected a call of <%s> but the emulator got: %s", operation, all);
		}
		return new RecordedRequestsAssert(operation, found);
	}

	/**
	 * Verify that an operation was not called.
	 * @param operation the method and path below {@code /v1}
	 * @return these assertions
	 */
	public ClerkEmulatorAssert didNotReceive(String operation) {
		isNotNull();
		List<RecordedRequest> found = of(operation, this.actual.requests());
		if (!found.isEmpty()) {
			failWithMessage("Expected no call of <%s> but the emulator got: %s", operation, found);
		}
		return this;
	}

	/**
	 * Verify that no requests were received, including requests for key sets.
	 * @return these assertions
	 */
	public ClerkEmulatorAssert receivedNothing() {
		isNotNull();
		if (!this.actual.requests().isEmpty()) {
			failWithMessage("Expected no request but the emulator got: %s", this.actual.requests());
		}
		return this;
	}

	private static List<RecordedRequest> of(String operation, List<RecordedRequest> requests) {
		return requests.stream().filter((request) -> operation.equals(request.operation())).toList();
	}

}
