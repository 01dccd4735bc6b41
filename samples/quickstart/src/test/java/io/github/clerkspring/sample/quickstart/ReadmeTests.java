package io.github.clerkspring.sample.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the Java snippets of the README against the code of this sample, which is
 * compiled and tested.
 */
class ReadmeTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

	@Test
	void everySnippetIsCodeOfTheSample() throws IOException {
		String code = normalize(code());
		List<String> snippets = SNIPPET.matcher(Files.readString(Path.of("../../README.md")))
			.results()
			.map((MatchResult match) -> normalize(match.group(1)))
			.toList();
		assertThat(snippets).hasSizeGreaterThan(3).allSatisfy((snippet) -> assertThat(code).contains(snippet));
	}

	private static String code() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			return String.join("\n",
					files.filter((file) -> file.toString().endsWith(".java")).map(ReadmeTests::read).toList());
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
		return code.replaceAll("\\s+", " ").trim();
	}

}
