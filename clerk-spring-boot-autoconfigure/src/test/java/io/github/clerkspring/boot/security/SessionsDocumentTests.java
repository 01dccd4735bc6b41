package io.github.clerkspring.boot.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every Java snippet of docs/sessions.md is code that is compiled and tested.
 */
class SessionsDocumentTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

	private static final List<Path> SOURCES = List.of(
			Path.of("src/test/java/io/github/clerkspring/boot/security/example"), Path.of("../samples/quickstart/src"),
			Path.of("../samples/webmvc/src"));

	@Test
	void everySnippetIsCompiledAndTested() throws IOException {
		String code = normalize(String.join("\n", SOURCES.stream().flatMap(SessionsDocumentTests::javaFiles).toList()));
		List<String> snippets = SNIPPET.matcher(Files.readString(Path.of("../docs/sessions.md")))
			.results()
			.map((match) -> normalize(match.group(1)))
			.toList();
		assertThat(snippets).hasSizeGreaterThan(3).allSatisfy((snippet) -> assertThat(code).contains(snippet));
	}

	private static Stream<String> javaFiles(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map(SessionsDocumentTests::read)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String normalize(String code) {
		return code.replaceAll("\\s+", "");
	}

}
