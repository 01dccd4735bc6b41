package io.github.clerkspring.sample.quickstart;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every threat of the threat model names tests that exist.
 */
class ThreatModelTests {

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)`");

	@Test
	void everyThreatNamesTestsThatExist() {
		Set<String> sources = DocumentationTests.list(DocumentationTests.ROOT)
			.map((file) -> file.getFileName().toString())
			.filter((name) -> name.endsWith("Tests.java"))
			.map((name) -> name.replace(".java", ""))
			.collect(Collectors.toSet());
		assertThat(threats()).hasSizeGreaterThan(20).allSatisfy((threat) -> {
			List<String> tests = TEST.matcher(threat.substring(threat.lastIndexOf(" | ")))
				.results()
				.map((test) -> test.group(1))
				.toList();
			assertThat(tests).isNotEmpty().allSatisfy((test) -> assertThat(sources).contains(test));
		});
	}

	private static List<String> threats() {
		return DocumentationTests.read(DocumentationTests.ROOT.resolve("SECURITY.md"))
			.lines()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| threat |"))
			.toList();
	}

}
