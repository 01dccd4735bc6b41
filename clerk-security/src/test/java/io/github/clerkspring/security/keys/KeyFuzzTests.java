package io.github.clerkspring.security.keys;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.clerkspring.security.attack.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text is read or refused as a key set and as a public key.
 */
class KeyFuzzTests {

	private static final KeySetReader READER = new KeySetReader(new TestClock());

	@FuzzTest
	void keySet(byte[] data) {
		try {
			assertThat(READER.read(data)).isNotEmpty();
		}
		catch (KeyServerException ex) {
			assertThat(ex.rejection().isUnavailable()).isTrue();
		}
	}

	@FuzzTest
	void publicKey(byte[] data) {
		try {
			ClerkKeySource.ofPublicKey(new String(data, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining("key");
		}
	}

}
