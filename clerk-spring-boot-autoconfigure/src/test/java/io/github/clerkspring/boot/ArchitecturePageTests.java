package io.github.clerkspring.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on the architecture names classes and packages that exist.
 */
class ArchitecturePageTests {

	private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Z]\\w*|[A-Z][a-z]+)`");

	private static final Set<String> WORDS = Set.of("Reactive", "Server", "Authorization");

	@ParameterizedTest
	@ValueSource(strings = { "A call of the API", "A request with a token" })
	void flowNamesFewClassesAndAllExist(String flow) throws IOException {
		Set<String> names = CLASS.matcher(section(flow))
			.results()
			.map((MatchResult match) -> match.group(1))
			.filter((name) -> !WORDS.contains(name))
			.collect(Collectors.toSet());
		assertThat(names).hasSizeBetween(8, 12);
		Set<String> classes = sources().map((file) -> file.getFileName().toString().replace(".java", ""))
			.collect(Collectors.toSet());
		assertThat(classes).containsAll(names);
	}

	@Test
	void packagesOfTheTableExist() throws IOException {
		Set<String> packages = sources().map((file) -> file.getParent().getFileName().toString())
			.collect(Collectors.toSet());
		Set<String> named = Pattern.compile("`([a-z]+)`")
			.matcher(section("Packages of clerk-security"))
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toSet());
		assertThat(named).hasSizeGreaterThan(5).isSubsetOf(packages);
	}

	private static String section(String title) throws IOException {
		String page = Files.readString(Path.of("../docs/architecture.md"));
		assertThat(page).contains("\n## " + title + "\n");
		return page.split("\n## " + title + "\n")[1].split("\n## ")[0];
	}

	private static Stream<Path> sources() {
		return Stream.of("../clerk-backend-client", "../clerk-security")
			.map((module) -> Path.of(module, "src", "main", "java"))
			.flatMap((directory) -> walk(directory).stream());
	}

	private static List<Path> walk(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
