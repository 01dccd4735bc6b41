package io.github.clerkspring.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.emulator.openapi.EnabledWithSpecification;
import io.github.clerkspring.emulator.openapi.Specification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls every operation that Clerk's specifications have, as the lines of a file say, and
 * holds each answer against them.
 */
@EnabledWithSpecification
class EveryOperationTests {

	private final ApiTester api = ApiTester.start();

	private final OperationScript script = new OperationScript();

	private final List<String> problems = new ArrayList<>();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void answersEveryOperationAsSpecified() {
		OperationScript.read().forEach(this::call);
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
		assertThat(all).as("operations that no line of " + OperationScript.FILE + " calls with success").isEmpty();
	}

	private void call(OperationScript.Line line) {
		try {
			this.script.run(this.api, line);
		}
		catch (AssertionError ex) {
			this.problems.add("line " + line.number() + ": " + line.text() + "\n" + ex.getMessage());
		}
	}

}
