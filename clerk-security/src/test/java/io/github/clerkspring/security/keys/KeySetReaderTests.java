package io.github.clerkspring.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.clerkspring.security.attack.TestClock;
import io.github.clerkspring.security.attack.TokenForge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A key that cannot be used is skipped, and no other.
 */
class KeySetReaderTests {

	private static final RSAPublicKey KEY = (RSAPublicKey) TokenForge.newKey(2048).getPublic();

	private final KeySetReader reader = new KeySetReader(new TestClock());

	private static String key(String id, String members) {
		String key = new RSAKey.Builder(KEY).keyID(id).build().toJSONString();
		return key.substring(0, key.length() - 1) + ((members.isEmpty()) ? "" : "," + members) + "}";
	}

	private Map<String, VerificationKey> read(String... keys) {
		return this.reader.read(("{\"keys\":[" + String.join(",", keys) + "]}").getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"oth\":[{}]", "\"oth\":[{\"r\":\"AQAB\",\"d\":\"AQAB\",\"t\":\"AQAB\"}]", "\"oth\":7",
			"\"oth\":[7]", "\"d\":\"AQAB\"", "\"d\":7", "\"p\":\"AQAB\",\"q\":\"AQAB\"", "\"kid\":7", "\"kid\":null",
			"\"kid\":\"\"", "\"kid\":[\"ins_b\"]", "\"kty\":7", "\"kty\":\"EC\"", "\"kty\":\"oct\",\"k\":\"AQAB\"",
			"\"kty\":\"OKP\"", "\"n\":\"\"", "\"n\":\"AQAB\"", "\"n\":7", "\"n\":null", "\"n\":\"!\"", "\"e\":\"\"",
			"\"e\":\"AQ\"", "\"e\":\"Ag\"", "\"e\":{}", "\"use\":\"enc\"", "\"use\":7", "\"use\":\"\"",
			"\"alg\":\"RS384\"", "\"alg\":\"none\"", "\"alg\":7", "\"key_ops\":[\"encrypt\"]", "\"key_ops\":[]",
			"\"key_ops\":[\"sign\"]", "\"key_ops\":\"verify\"", "\"key_ops\":[7]", "\"key_ops\":[null]",
			"\"key_ops\":[\"VERIFY\"]", "\"exp\":1799999999", "\"exp\":1800000000", "\"exp\":0", "\"exp\":-1",
			"\"exp\":\"1900000000\"", "\"exp\":{}", "\"nbf\":1800000001", "\"nbf\":9999999999", "\"nbf\":\"0\"",
			"\"x5c\":7", "\"x5c\":[\"AQAB\"]", "\"x5c\":[[]]", "\"x5u\":\"::\"", "\"x5t\":7", "\"iat\":\"x\"" })
	void skipsKeyWithOddMembers(String members) {
		assertThat(read(key("ins_b", members), key("ins_a", ""))).containsOnlyKeys("ins_a");
		assertThatExceptionOfType(KeyServerException.class).isThrownBy(() -> read(key("ins_b", members)))
			.withMessageContaining("None of the 1 keys");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"key_ops\":[\"verify\"]", "\"key_ops\":[\"encrypt\",\"verify\"]", "\"key_ops\":null",
			"\"exp\":1800000001", "\"exp\":null", "\"nbf\":1800000000", "\"nbf\":0", "\"iat\":0", "\"use\":\"sig\"",
			"\"alg\":\"RS256\"", "\"unknown\":{\"a\":[1,2,{}]}", "\"x5t\":\"AQAB\"" })
	void readsKeyThatCanVerifyNow(String members) {
		assertThat(read(key("ins_b", members), key("ins_a", ""))).containsOnlyKeys("ins_a", "ins_b");
	}

	@Test
	void skipsElementsThatAreNoKeys() {
		assertThat(read("null", "7", "\"x\"", "[]", "{}", "true", key("ins_a", ""))).containsOnlyKeys("ins_a");
	}

	@Test
	void keepsTheFirstOfTwoKeysWithOneId() {
		RSAPublicKey other = (RSAPublicKey) TokenForge.newKey(2048).getPublic();
		String second = new RSAKey.Builder(other).keyID("ins_a").build().toJSONString();
		assertThat(read(key("ins_a", ""), second)).containsExactly(Map.entry("ins_a", new VerificationKey(KEY)));
	}

}
