package io.github.clerkspring.client.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Documents that are read as bytes, as characters and from streams. */
class ResponseJsonFactoryTests {

	private final JsonMapper mapper = ClerkJsonMapper.create();

	private final JsonMapper plain = JsonMapper.builder(new JsonFactory()).build();

	static Stream<String> escapes() {
		return Stream
			.of("\\ud800", "\\uDFFF", "\\uD83D\\ude00", "\\ude00\\ud83d", "\\ud800x", "\\udBff\\n", "\\ud7ff",
					"\\ue000", "\\\\ud800", "\\\\\\ud800", "\\n\\u0064", "\\u00e9", "\\\"\\/\\b\\f\\r\\t")
			.flatMap((escape) -> IntStream.range(0, 9).mapToObj((i) -> "x".repeat(i) + escape));
	}

	@ParameterizedTest
	@MethodSource("escapes")
	void readsEscapesInNamesAndValues(String text) {
		for (String json : Stream.of("{\"%s\":1}", "{\"a\":\"%s\"}", "{\"%s\":{\"%<s\":[\"%<s\"]},\"id\":\"a\"} ")
			.map((pattern) -> pattern.formatted(text))
			.toList()) {
			assertReadAsPlain(json, StandardCharsets.UTF_8);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{}", "{\"\":1}", "{\"a\":1,\"a\":2,\"object\":3}", " {\"\u00e9\u20ac\":\"\ud83d\ude00\"} ",
					"{\"\ud83d\ude00\":[1.5,-0,1e3,true,false,null]}", "\ufeff{\"id\":1}" })
	void readsEachEncoding(String json) {
		for (Charset charset : new Charset[] { StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
				StandardCharsets.UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE") }) {
			assertReadAsPlain(json, charset);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "c328", "ff", "c3", "eda080", "edb080", "f8808080", "80", "e228a1", "f0288cbc" })
	void refusesInvalidUtf8(String hex) {
		String invalid = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
		for (String json : new String[] { "{\"" + invalid + "\":1,\"other\":\"long enough\"}",
				"{\"name\":\"" + invalid + "\",\"other\":\"long enough\"}" }) {
			byte[] bytes = json.getBytes(StandardCharsets.ISO_8859_1);
			assertThatExceptionOfType(StreamReadException.class)
				.isThrownBy(() -> this.mapper.readValue(bytes, Object.class));
		}
	}

	@Test
	void readsAndClosesStreamOfUnknownLength() {
		AtomicInteger closed = new AtomicInteger();
		InputStream parts = new SequenceInputStream(stream("{\"na"), stream("me\":[\"" + "x".repeat(20_000) + "\"]}")) {

			@Override
			public int available() {
				return 2;
			}

			@Override
			public void close() throws IOException {
				closed.incrementAndGet();
				super.close();
			}

		};
		assertThat(this.mapper.readValue(parts, Object.class)).isEqualTo(Map.of("name", List.of("x".repeat(20_000))));
		assertThat(closed).hasPositiveValue();
	}

	@Test
	void reportsFailureOfStream() {
		InputStream failing = new SequenceInputStream(stream("{\"a\":"), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("connection lost");
			}

		});
		assertThatExceptionOfType(JacksonIOException.class)
			.isThrownBy(() -> this.mapper.readValue(failing, Object.class))
			.withMessageContaining("connection lost");
	}

	@Test
	void refusesIncompleteDocuments() {
		byte[] json = "{\"object\":\"a\\u00e9\\ud83d\\ude00\",\"\u00e9\":[{}]}".getBytes(StandardCharsets.UTF_8);
		for (int length = 1; length < json.length; length++) {
			int end = length;
			assertThatExceptionOfType(StreamReadException.class).as("%d bytes", length)
				.isThrownBy(() -> this.mapper.readValue(json, 0, end, Object.class));
		}
	}

	@Test
	void readsOnlyItsPartOfAnArray() {
		byte[] json = "\\ud800{\"a\":\"b\"}\\ud800".getBytes(StandardCharsets.UTF_8);
		assertThat(this.mapper.readValue(json, 6, json.length - 12, Object.class)).isEqualTo(Map.of("a", "b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "\\ud800" })
	void limitsDepthAndLengthOfNames(String name) {
		byte[] deep = ("{\"" + name + "\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
			.getBytes(StandardCharsets.UTF_8);
		byte[] longName = ("{\"" + name + "n".repeat(50_001) + "\":1}").getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(StreamConstraintsException.class)
			.isThrownBy(() -> this.mapper.readValue(deep, Object.class));
		assertThatExceptionOfType(StreamConstraintsException.class)
			.isThrownBy(() -> this.mapper.readValue(longName, Object.class));
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private void assertReadAsPlain(String json, Charset charset) {
		byte[] bytes = json.getBytes(charset);
		String text = json.startsWith("\ufeff") ? json.substring(1) : json;
		Object expected = this.plain.readValue(text, Object.class);
		assertThat(this.mapper.readValue(bytes, Object.class)).as(json).isEqualTo(expected);
		assertThat(this.mapper.readValue(new ByteArrayInputStream(bytes), Object.class)).isEqualTo(expected);
		assertThat(this.mapper.readValue(new DocumentStream(bytes, 0, bytes.length), Object.class)).isEqualTo(expected);
	}

}
