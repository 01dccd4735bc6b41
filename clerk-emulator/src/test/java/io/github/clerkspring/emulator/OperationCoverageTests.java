package io.github.clerkspring.emulator;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.github.clerkspring.emulator.openapi.EnabledWithSpecification;
import io.github.clerkspring.emulator.openapi.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the operations that the emulator serves.
 */
@EnabledWithSpecification
class OperationCoverageTests {

	@Test
	void servesNoOperationUnderAnotherName() {
		TreeSet<String> served = served();
		served.removeAll(Specification.operations());
		assertThat(served).isSubsetOf(Extras.OPERATIONS);
	}

	@Test
	void servesEveryOperationOfTheSpecification() {
		assertThat(served()).containsAll(Specification.operations()).containsAll(Extras.OPERATIONS).hasSize(261);
	}

	private TreeSet<String> served() {
		return new TreeSet<>(TestInstance.create().operations().operations());
	}

	private static final class Extras {

		/** Called by Clerk's JavaScript SDK, but in no published specification. */
		static final TreeSet<String> OPERATIONS = new TreeSet<>(
				List.of("POST /email", "POST /email/batch", "GET /email/{id}", "DELETE /invitations/{id}",
						"POST /beta_features/change_domain", "GET /clients/handshake_payload"));

	}

}
