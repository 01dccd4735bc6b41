package io.github.clerkspring.client.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds nullable parameters of setters and factories against the specification. Where
 * operations share a request and only some of them allow null, either will do.
 */
final class NullableCheck {

	private final Findings findings;

	private final Map<RequestField, Uses> fields = new LinkedHashMap<>();

	NullableCheck(Findings findings) {
		this.findings = findings;
	}

	void add(String family, String subject, RequestField field, boolean nullable) {
		this.fields.computeIfAbsent(field, (key) -> new Uses(family, subject)).add(nullable);
	}

	void finish() {
		this.fields.forEach((field, uses) -> {
			if (uses.nullable != uses.notNullable && field.nullable() != uses.nullable && field.parameter() != null) {
				this.findings.add(uses.family, uses.subject,
						field + (uses.nullable ? " should be @Nullable" : " should not be @Nullable"));
			}
		});
	}

	private static final class Uses {

		private final String family;

		private final String subject;

		private boolean nullable;

		private boolean notNullable;

		private Uses(String family, String subject) {
			this.family = family;
			this.subject = subject;
		}

		private void add(boolean isNullable) {
			this.nullable = this.nullable || isNullable;
			this.notNullable = this.notNullable || !isNullable;
		}

	}

}
