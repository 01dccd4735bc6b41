package io.github.clerkspring.client.contract;

import java.util.HashMap;
import java.util.Map;

/**
 * Holds the whole client against the whole specification once.
 */
final class ContractRun {

	private final Findings findings;

	private final Coverage coverage = new Coverage();

	private final OperationCheck check;

	ContractRun(Specification specification, Map<String, String> exceptions) {
		this.findings = new Findings(exceptions);
		this.check = new OperationCheck(specification, this.findings, this.coverage);
		Map<String, SpecOperation> expected = new HashMap<>();
		for (SpecOperation operation : specification.operations()) {
			if (Families.isWanted(Families.of(operation.path()))) {
				this.coverage.expect(operation);
				expected.put(operation.key(), operation);
			}
		}
		Map<String, ClientOperation> found = new HashMap<>();
		for (ClientOperation client : ClientOperation.all()) {
			SpecOperation spec = expected.get(client.key());
			if (spec == null) {
				this.findings.add(client.family(), client.toString(), "is invented");
			}
			else if (found.put(client.key(), client) != null) {
				this.findings.add(client.family(), spec.toString(), "has two methods, one is " + client);
			}
			else {
				this.check.check(client, spec);
			}
		}
		expected.keySet().removeAll(found.keySet());
		expected.values()
			.forEach((operation) -> this.findings.add(Families.of(operation.path()), operation.toString(),
					"is missing"));
		this.check.finish();
		this.coverage.missingProperties()
			.stream()
			.filter((property) -> !this.findings.isException(property))
			.forEach((property) -> this.findings.add("properties", property, "nothing carries it"));
		this.coverage.missingSchemas()
			.forEach((schema) -> this.findings.add("schemas", schema, "nothing stands for it"));
	}

	Findings findings() {
		return this.findings;
	}

	Coverage coverage() {
		return this.coverage;
	}

	AnswerCheck answers() {
		return this.check.answers();
	}

}
