package io.github.clerkspring.sample.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks up every block of Java, Kotlin, YAML and XML of the README and the reference in
 * sources that the build compiles and tests, and checks links and the length of lines.
 * White space and comments at the end of a line do not count.
 */
class DocumentationTests {

	static final Path ROOT = Path.of("..", "..");

	private static final Pattern BLOCK = Pattern.compile("^```(java|kotlin|yaml|xml)\\n(.*?)^```",
			Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");

	private static final Map<String, Pattern> SOURCES = Map.of("java", Pattern.compile(".*/src/.*\\.java"), "kotlin",
			Pattern.compile(".*/src/.*\\.kt"), "yaml", Pattern.compile(".*/src/.*\\.ya?ml"), "xml",
			Pattern.compile(".*/pom\\.xml"));

	private static final List<Source> FILES = files();

	static Stream<Block> blocks() {
		return pages().flatMap(DocumentationTests::blocks).filter((block) -> !block.isPom());
	}

	static Stream<Path> pages() {
		return Stream.concat(Stream
			.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "llms.txt")
			.map(ROOT::resolve), list(ROOT.resolve("docs")).filter((page) -> page.toString().endsWith(".md")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("blocks")
	void everyBlockIsInTestedSource(Block block) {
		assertThat(FILES.stream().anyMatch(block::isIn)).as(block.remedy()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linesOfProseHaveAtMost120Characters(Path page) {
		String prose = FENCE.matcher(read(page)).replaceAll("");
		assertThat(prose.lines().filter((line) -> !line.startsWith("|") && !line.startsWith("![")))
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(120));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linkedFilesAndHeadingsExist(Path page) {
		String prose = FENCE.matcher(read(page)).replaceAll("");
		LINK.matcher(prose).results().forEach((link) -> {
			Path file = (link.group(1).isEmpty()) ? page : page.resolveSibling(link.group(1)).normalize();
			assertThat(file).as(link.group()).exists();
			if (link.group(2) != null) {
				assertThat(headings(file)).as(link.group()).contains(link.group(2));
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/README.md", "llms.txt" })
	void indexHasEveryPage(String index) {
		Path file = ROOT.resolve(index);
		Set<Path> linked = LINK.matcher(read(file))
			.results()
			.map((link) -> file.resolveSibling(link.group(1)).normalize())
			.collect(Collectors.toSet());
		assertThat(list(ROOT.resolve("docs")).filter((page) -> page.toString().endsWith(".md"))
			.filter((page) -> !page.equals(file) && !page.getParent().endsWith("decisions"))
			.map(Path::normalize)).allSatisfy((page) -> assertThat(linked).contains(page));
	}

	private static Set<String> headings(Path page) {
		return FENCE.matcher(read(page))
			.replaceAll("")
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	/**
	 * The pom.xml of the README is built by {@code .ci/first-steps}.
	 */
	@Test
	void pomOfTheReadmeHasTheVersionsOfTheBuild() {
		String build = read(ROOT.resolve("pom.xml"));
		String pom = blocks(ROOT.resolve("README.md")).filter(Block::isPom).findFirst().orElseThrow().text();
		assertThat(versions(pom, "<artifactId>spring-boot-starter-parent</artifactId>\\s*<version>"))
			.isEqualTo(versions(build, "<spring-boot.version>"))
			.hasSize(1);
		assertThat(versions(pom, "<artifactId>clerk-[a-z-]+</artifactId>\\s*<version>"))
			.isEqualTo(versions(build, "<artifactId>clerk-spring-boot</artifactId>\\s*<version>"))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/start.md", "llms.txt" })
	void coordinatesHaveTheVersionOfTheBuild(String page) {
		String build = read(ROOT.resolve("pom.xml"));
		String text = read(ROOT.resolve(page));
		assertThat(versions(text, "io\\.github\\.clerkspring:clerk-[a-z-]+:"))
			.isEqualTo(versions(build, "<artifactId>clerk-spring-boot</artifactId>\\s*<version>"));
		assertThat(versions(build, "<spring-boot.version>"))
			.containsAll(versions(text, "'org\\.springframework\\.boot' version '"));
	}

	private static Set<String> versions(String pom, String before) {
		return Pattern.compile(before + "([^<'`]+)")
			.matcher(pom)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
	}

	private static Stream<Block> blocks(Path page) {
		String text = read(page);
		return BLOCK.matcher(text).results().map((block) -> {
			long line = text.substring(0, block.start()).lines().count() + 1;
			return new Block(ROOT.relativize(page) + ":" + line, block.group(1), block.group(2));
		});
	}

	private static List<Source> files() {
		return list(ROOT).filter(
				(file) -> SOURCES.values().stream().anyMatch((pattern) -> pattern.matcher(file.toString()).matches()))
			.map((file) -> new Source(file.toString(), condense(read(file))))
			.toList();
	}

	static Stream<Path> list(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> !file.toString().contains("/target/"))
				.filter(Files::isRegularFile)
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String condense(String text) {
		return text.replaceAll("(?<!:)//.*", "").replaceAll("\\s+", "");
	}

	/**
	 * A block of a page.
	 */
	record Block(String place, String language, String text) {

		private String remedy() {
			return """
					%s: no source contains this block of %s.
					Put it, character by character except for white space and // comments, into a source that a test runs, for example \
					below samples/quickstart/src/test (WebFlux) or samples/webmvc/src/test (MVC), or correct the page:
					%s"""
				.formatted(this.place, this.language, this.text)
				.replace("%", "%%");
		}

		private boolean isPom() {
			return this.text.startsWith("<project>");
		}

		private boolean isIn(Source source) {
			return SOURCES.get(this.language).matcher(source.name()).matches()
					&& source.text().contains(condense(this.text));
		}

		@Override
		public String toString() {
			return this.place;
		}

	}

	/**
	 * A source file, condensed.
	 */
	record Source(String name, String text) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
