package io.github.clerkspring.emulator.seed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SeedDocument} and {@link YamlReader}.
 */
class SeedDocumentTests {

	@Test
	void readsYamlAsIfItWereJson() {
		String yaml = """
				a: {n: 1, x: -1.5e3, t: true, z: null, e: , s: "1", u: é}
				phone: +15555550100
				no: no
				date: 2030-01-01
				octal: 0777
				list: [1, two]
				text: |
				  one
				  two
				""";
		assertThat(SeedDocument.read(yaml).tree())
			.hasToString("{\"a\":{\"n\":1,\"x\":-1500.0,\"t\":true,\"z\":null,\"e\":null,\"s\":\"1\",\"u\":\"é\"},"
					+ "\"phone\":\"+15555550100\",\"no\":\"no\",\"date\":\"2030-01-01\",\"octal\":\"0777\","
					+ "\"list\":[1,\"two\"],\"text\":\"one\\ntwo\\n\"}");
	}

	@Test
	void readsJsonWithTabsAndEscapes() {
		assertThat(SeedDocument.read("\n{\t\"a\":\t\"\\u00e9\\/\"}").tree()).hasToString("{\"a\":\"é/\"}");
	}

	@Test
	void readsNothing() {
		assertThat(SeedDocument.read("").tree()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'a: &x [1]\nb: *x', 'Number of aliases'", "'a: &x 1\nb: 2', 'line 1: Anchors'",
			"'a: !!java.net.URL [\"http://localhost\"]', 'line 1: Global tag'", "'a: 1\nb: !!int x', 'line 2: No tag'",
			"'a: !!binary aGk=', 'line 1: The tag'", "'a: 1\na: 2', 'line 2: '", "'a: [1', 'line 1: '",
			"'a: 1\n? [b]\n: 2', 'line 2: A key'", "'- a', 'line 1: A seed is an object'",
			"'a: 1\n---\nb: 2', 'line 2: '", "'a: !!set {b, c}', 'line 1: The tag'" })
	void refusesWhatIsNotJsonWrittenOtherwise(String yaml, String message) {
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> SeedDocument.read(yaml))
			.withMessageContaining(message);
	}

	@Test
	void refusesBombs() {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i < 10; i++) {
			String before = "*a" + (i - 1);
			bomb.append(
					"a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, before))));
		}
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> SeedDocument.read(bomb.toString()));
		assertThatExceptionOfType(SeedException.class).isThrownBy(() -> SeedDocument.read("a: " + "[".repeat(100_000)));
	}

	@Test
	void knowsTheLines() {
		SeedDocument document = SeedDocument.read("users:\n- name: a\n- mail:\n  - x\n  - y\n");
		assertThat(document.error("users[1].mail[1]", "bad")).hasMessage("users[1].mail[1] (line 5): bad");
		assertThat(document.error("users[1].id", "bad")).hasMessage("users[1].id (line 3): bad");
		assertThat(SeedDocument.read("{\"a\":1}").error("a", "bad")).hasMessage("a: bad");
	}

}
