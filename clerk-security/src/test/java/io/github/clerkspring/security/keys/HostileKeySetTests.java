package io.github.clerkspring.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.security.attack.HostileJson;
import io.github.clerkspring.security.attack.Parallel;
import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A hostile key set does not affect the reading of other key sets.
 */
class HostileKeySetTests {

	private static final KeyPair KEY = TokenForge.newKey(2048);

	private static final KeySetReader KEY_SETS = new KeySetReader(new TestClock());

	private static final int ROUNDS = 500;

	@Test
	void keySetsAreReadAfterHostileOnes() throws Exception {
		byte[] good = keySet("");
		Parallel.run((thread) -> () -> {
			for (String hostile : HostileJson.ofAllKinds(ROUNDS, thread)) {
				assertThatExceptionOfType(KeyServerException.class).isThrownBy(() -> KEY_SETS.read(bytes(hostile)));
				assertThat(KEY_SETS.read(good)).containsOnlyKeys("ins_a");
			}
			return null;
		});
	}

	@Test
	void keysWithCollidingNamesAreReadLikeOthers() {
		for (String hostile : HostileJson.withCollidingNames(45)) {
			String members = hostile.substring(1, hostile.length() - 1);
			assertThat(KEY_SETS.read(keySet("," + members))).containsOnlyKeys("ins_a");
		}
		assertThat(KEY_SETS.read(keySet(""))).containsOnlyKeys("ins_a");
	}

	private static byte[] keySet(String members) {
		String key = new RSAKey.Builder((RSAPublicKey) KEY.getPublic()).keyID("ins_a").build().toJSONString();
		return bytes("{\"keys\":[" + key.substring(0, key.length() - 1) + members + "}]}");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
