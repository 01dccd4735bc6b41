package io.github.clerkspring.emulator.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.RecordedRequest;
import io.github.clerkspring.emulator.openapi.EnabledWithSpecification;
import io.github.clerkspring.emulator.openapi.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls every operation that Clerk's specifications have, as the lines of a file say, and
 * holds each answer against them.
 */
@EnabledWithSpecification
class EveryOperationTests {

	private static final Path SCRIPT = Path.of("src/test/resources/every-operation.txt");

	private static final Pattern LINE = Pattern
		.compile("(?:(upload) |as (\\S+) )?(GET|POST|PUT|PATCH|DELETE) (\\S+)(?: ([{\\[].*?))?(?: => (.+))?");

	private final ApiTester api = ApiTester.start();

	private final Map<String, String> kept = new HashMap<>();

	private final List<String> problems = new ArrayList<>();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void answersEveryOperationAsSpecified() throws IOException {
		List<String> lines = Files.readAllLines(SCRIPT);
		for (int i = 0; i < lines.size(); i++) {
			if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
				call(lines.get(i), i + 1);
			}
		}
		assertThat(this.problems).isEmpty();
		TreeSet<String> all = Specification.operations();
		TreeSet<String> checked = this.api.emulator()
			.requests()
			.stream()
			.filter((request) -> request.status() < 300)
			.map(RecordedRequest::operation)
			.filter(all::contains)
			.collect(Collectors.toCollection(TreeSet::new));
		System.out.println("Operations answered as specified: " + checked.size() + "/" + all.size());
		all.removeAll(checked);
		assertThat(all).as("operations that no line of " + SCRIPT + " calls with success").isEmpty();
	}

	private void call(String line, int number) {
		try {
			Matcher matcher = LINE.matcher(fill(line));
			assertThat(matcher.matches()).as("a line like the others").isTrue();
			String credential = matcher.group(2);
			this.api.as((credential != null) ? credential : this.api.emulator().secretKey());
			JsonNode answer = (matcher.group(1) != null) ? this.api.upload(matcher.group(3), matcher.group(4))
					: this.api.call(matcher.group(3), matcher.group(4), matcher.group(5));
			if (matcher.group(6) != null) {
				keep(matcher.group(6), answer);
			}
		}
		catch (AssertionError ex) {
			this.problems.add("line " + number + ": " + line + "\n" + ex.getMessage());
		}
	}

	private void keep(String assignments, JsonNode answer) {
		for (String assignment : assignments.split(" ")) {
			String[] parts = assignment.split("=", 2);
			JsonNode value = answer.at(parts[1]);
			assertThat(value.isString()).as(assignment + " of " + answer).isTrue();
			this.kept.put(parts[0], value.stringValue());
		}
	}

	private String fill(String line) {
		return Pattern.compile("\\$\\{(\\w+)}").matcher(line).replaceAll((match) -> {
			assertThat(this.kept).as(line).containsKey(match.group(1));
			return Matcher.quoteReplacement(this.kept.get(match.group(1)));
		});
	}

}
