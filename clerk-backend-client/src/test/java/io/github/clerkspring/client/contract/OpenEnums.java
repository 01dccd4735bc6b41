package io.github.clerkspring.client.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.util.StringUtils;

/**
 * Holds the constants of open enums against the values of the specification.
 */
final class OpenEnums {

	private final Findings findings;

	private final Map<Class<?>, Set<String>> values = new LinkedHashMap<>();

	private final Set<Class<?>> free = new HashSet<>();

	OpenEnums(Findings findings) {
		this.findings = findings;
	}

	/**
	 * Check that an open enum has a constant for each value of a text.
	 */
	void check(String family, String subject, Class<?> type, SpecSchema schema) {
		Set<String> missing = new TreeSet<>(schema.enumValues());
		missing.removeAll(Names.constants(type));
		if (!missing.isEmpty()) {
			this.findings.add(family, subject, type.getSimpleName() + " lacks the constants " + missing);
		}
		if (schema.enumValues().isEmpty()) {
			this.free.add(type);
		}
		this.values.computeIfAbsent(type, (key) -> new TreeSet<>()).addAll(schema.enumValues());
	}

	/**
	 * Check, when all uses are known, that no constant was invented. Where a text may be
	 * anything the constants are a help that the specification's prose gives.
	 */
	void checkInvented() {
		this.values.forEach((type, known) -> {
			Set<String> invented = new TreeSet<>(Names.constants(type));
			invented.removeAll(known);
			if (!invented.isEmpty() && !this.free.contains(type)) {
				this.findings.add(StringUtils.unqualify(type.getPackageName()), type.getSimpleName(),
						"constants that the specification does not know: " + invented);
			}
		});
	}

}
