package io.github.clerkspring.client.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of properties that parsers know, and names that they create. */
class KnownNamesTests {

	private static final int MAX_LENGTH = 70;

	private final ResponseJsonFactory factory = ClerkJsonMapper.createFactory();

	@Test
	void knowsNamesOfEachLength() {
		List<String> names = IntStream.rangeClosed(1, MAX_LENGTH).mapToObj((length) -> name('a', length)).toList();
		this.factory.addNames(names);
		List<String> read = read(document(names));
		assertThat(read).isEqualTo(names);
		for (int i = 0; i < names.size(); i++) {
			assertThat(read.get(i)).isSameAs(names.get(i));
		}
	}

	@Test
	void knowsNamesAtEndOfDocumentWithEscapesAndOtherCharacters() {
		List<String> names = List.of("o", "object", "\u00e9t\u00e9", "\u20ac", "\ud83d\ude00smile", "a\"b\\c");
		this.factory.addNames(names);
		for (String name : names) {
			String json = "{\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\":1}";
			assertThat(read(json).get(0)).isEqualTo(name).isSameAs(names.get(names.indexOf(name)));
		}
		assertThat(read("{\"\\u006f\\u0062ject\":1,\"\":2}")).containsExactly("object", "").first().isSameAs("object");
	}

	@Test
	void doesNotConfuseSimilarNames() {
		List<String> known = IntStream.rangeClosed(1, MAX_LENGTH).mapToObj((length) -> name('a', length)).toList();
		this.factory.addNames(known);
		List<String> others = new ArrayList<>();
		for (int length = 1; length <= MAX_LENGTH; length++) {
			String name = name('a', length);
			others.addAll(List.of(name + "\u0000", "\u0000" + name, name + "\u00ff", "\u00ff" + name, name + "b",
					"b" + name.substring(1), name.substring(0, length - 1) + "b", "~" + name));
		}
		assertThat(read(document(others))).isEqualTo(others);
	}

	@Test
	void doesNotStoreNamesOfDocuments() {
		List<String> names = IntStream.range(0, 10_000).mapToObj((i) -> "name_" + i).toList();
		List<String> first = read(document(names));
		List<String> second = read(document(names));
		assertThat(first).isEqualTo(names).isEqualTo(second);
		for (int i = 0; i < names.size(); i++) {
			assertThat(first.get(i)).isNotSameAs(second.get(i));
		}
	}

	@Test
	void returnsSameTableIfAllNamesAreKnown() {
		KnownNames names = KnownNames.of("id", "object");
		assertThat(names.with(List.of("object", "id"))).isSameAs(names);
		assertThat(names.with(List.of("object", "name"))).isNotSameAs(names);
	}

	private List<String> read(String json) {
		List<String> names = new ArrayList<>();
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), bytes)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.PROPERTY_NAME) {
					names.add(parser.currentName());
				}
			}
		}
		return names;
	}

	private static String document(List<String> names) {
		return names.stream()
			.map((name) -> "\"" + name.replace("\u0000", "\\u0000") + "\":1")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String name(char first, int length) {
		return IntStream.range(0, length)
			.mapToObj((i) -> Character.toString(first + i % 26))
			.collect(Collectors.joining());
	}

}
