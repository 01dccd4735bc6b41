package io.github.clerkspring.security.token;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.UntrustedJson;
import io.github.clerkspring.security.attack.FuzzSeeds;
import io.github.clerkspring.security.attack.HostileJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exactly one JSON object is accepted, with the values that databind reads.
 */
class StrictJsonTests {

	private static final int MAX_LENGTH = 16_384;

	private static final StrictJson JSON = new StrictJson(MAX_LENGTH);

	private static final JsonMapper MAPPER = JsonMapper
		.builder(UntrustedJson.factory(MAX_LENGTH).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static @Nullable Map<String, Object> read(String json) {
		return JSON.read(json.getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable Object databind(String json) {
		try {
			return MAPPER.readValue(json, Map.class);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	@Test
	void agreesWithDatabind() {
		FuzzSeeds.payloads()
			.map((arguments) -> new String((byte[]) arguments.get()[0], StandardCharsets.UTF_8))
			.filter((json) -> json.indexOf('\uFFFD') < 0 && json.indexOf('\uFEFF') != 0)
			.forEach((json) -> assertThat(read(json)).as(json).isEqualTo(databind(json)));
		HostileJson.ofAllKinds(400, 5)
			.stream()
			.filter((json) -> json.indexOf('\uFFFD') < 0 && json.indexOf('\uFEFF') != 0)
			.forEach((json) -> assertThat(read(json)).as(json).isEqualTo(databind(json)));
	}

	@Test
	void readsValuesOfAllTypes() {
		Map<String, Object> members = read(
				"""
						 {"text":"\\u00e9\u00e9\ud83d\ude00","int":1,"long":1800000000000,"big":99999999999999999999,"decimal":1.50,
						"yes":true,"no":false,"none":null,"list":[1,[],{}],"object":{"a":{"b":"c"}},"":0} """);
		assertThat(members).containsEntry("text", "\u00e9\u00e9\ud83d\ude00")
			.containsEntry("int", 1)
			.containsEntry("long", 1_800_000_000_000L)
			.containsEntry("big", new BigInteger("99999999999999999999"))
			.containsEntry("decimal", new BigDecimal("1.50"))
			.containsEntry("yes", true)
			.containsEntry("no", false)
			.containsEntry("none", null)
			.containsEntry("list", List.of(1, List.of(), Map.of()))
			.containsEntry("object", Map.of("a", Map.of("b", "c")))
			.containsEntry("", 0)
			.hasSize(11);
		assertThat(members.keySet()).startsWith("text", "int", "long");
	}

	@ValueSource(strings = { "", " ", "null", "1", "\"a\"", "[]", "[{}]", "{", "{}x", "{}{}", "{} {}", "{},", "{}]",
			"{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{\"a\":NaN}",
			"{\"a\":Infinity}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":1.}", "{\"a\":0x1}", "{\"a\":tru}",
			"{\"a\":[1,]}", "{\"a\":[}", "{\"a\":[1}", "{\"a\":{]}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "/**/{}",
			"{}//", "#\n{}", "{\"a\":1,\"a\":1}", "{\"a\":null,\"a\":1}", "{\"a\":1,\"\\u0061\":1}",
			"{\"b\":{\"a\":1,\"a\":2}}", "{\"b\":[{\"a\":1,\"a\":2}]}", "{\"\":1,\"\":1}", "\uFEFF{}", "{}\uFEFF",
			"{\u00e9}", "{\"\u00e9\":1,\"\\u00e9\":1}" })
	@ParameterizedTest
	void refuses(String json) {
		assertThat(read(json)).isNull();
	}

	@Test
	void refusesInvalidUtf8() {
		for (int[] bytes : new int[][] { { 0x80 }, { 0xC0, 0xAF }, { 0xE9 }, { 0xED, 0xA0, 0x80 },
				{ 0xF5, 0x80, 0x80, 0x80 }, { 0xFF }, { 0xFE, 0xFF }, { 0xC3 } }) {
			byte[] json = "{\"a\":\"____\"}".getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < bytes.length; i++) {
				json[6 + i] = (byte) bytes[i];
			}
			assertThat(JSON.read(json)).as(Arrays.toString(bytes)).isNull();
		}
		assertThat(JSON.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE))).isNull();
	}

	@Test
	void limitsDepthAndLength() {
		assertThat(read("{\"a\":" + "[".repeat(255) + "]".repeat(255) + "}")).isNotNull();
		assertThat(read("{\"a\":" + "[".repeat(256) + "]".repeat(256) + "}")).isNull();
		assertThat(read("{\"a\":" + "1".repeat(1000) + "}")).isNotNull();
		assertThat(read("{\"a\":" + "1".repeat(1001) + "}")).isNull();
		assertThat(read("{" + " ".repeat(MAX_LENGTH - 2) + "}")).isEmpty();
		assertThat(read("{" + " ".repeat(MAX_LENGTH - 1) + "}")).isNull();
	}

}
