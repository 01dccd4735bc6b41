package io.github.clerkspring.security.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Known names are shared; names are neither changed nor remembered.
 */
class JsonTreeTests {

	private static @Nullable Map<String, Object> read(String json) {
		return new StrictJson(1_000).read(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String onlyName(String json) {
		Map<String, Object> members = read(json);
		assertThat(members).hasSize(1);
		return members.keySet().iterator().next();
	}

	@Test
	void sharesKnownNames() {
		assertThat(onlyName("{\"sub\":1}")).isSameAs("sub");
		assertThat(onlyName("{\"s\\u0075b\":1}")).isSameAs("sub");
	}

	@ParameterizedTest
	@ValueSource(strings = { " sub", "sub ", "Sub", "su", "subs", "custom" })
	void doesNotShareOtherNames(String name) {
		assertThat(onlyName("{\"" + name + "\":1}")).isEqualTo(name).isNotSameAs(onlyName("{\"" + name + "\":1}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"sub\":1,\"sub\":1}", "{\"sub\":null,\"sub\":1}", "{\"sub\":1,\"s\\u0075b\":null}",
			"{\"o\":{\"id\":1,\"id\":1}}", "{\"a\":null,\"a\":null}", "{\"a\":{},\"b\":1,\"a\":[]}",
			"{\"\":1,\"\":1}" })
	void refusesDuplicateNames(String json) {
		assertThat(read(json)).isNull();
	}

	@Test
	void acceptsEqualNamesAtDifferentLevels() {
		assertThat(read("{\"sub\":{\"sub\":{\"sub\":null}}}")).hasSize(1);
	}

}
