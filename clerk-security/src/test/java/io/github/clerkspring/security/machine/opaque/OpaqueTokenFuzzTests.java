package io.github.clerkspring.security.machine.opaque;

import java.util.Set;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.machine.opaque.VerificationOutcome.Accepted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any body is accepted, refused or unreadable as a response to the request to verify a
 * token.
 */
class OpaqueTokenFuzzTests {

	private static final VerifyResponseReader READER = new VerifyResponseReader(null, Set.of(), new TestClock());

	static Stream<Arguments> bodies() {
		return Stream.of(OpaqueTokenFormat.values())
			.map((format) -> Arguments.of((Object) VerifyServer.valid(VerifyServer.tokenOf(format)).bytes()));
	}

	@MethodSource("bodies")
	@FuzzTest
	void response(byte[] data) {
		for (OpaqueTokenFormat format : OpaqueTokenFormat.values()) {
			if (READER.read(format, data) instanceof Accepted accepted) {
				ClerkMachine machine = accepted.machine();
				assertThat(format.isId(machine.id())).isTrue();
				assertThat(format.isSubject(machine.subject())).isTrue();
				assertThat(machine.toString()).isNotEmpty();
			}
		}
	}

}
