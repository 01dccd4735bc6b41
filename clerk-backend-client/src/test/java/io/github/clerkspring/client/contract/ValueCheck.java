package io.github.clerkspring.client.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.ObjectUtils;

import io.github.clerkspring.client.core.RequestFields;
import io.github.clerkspring.client.core.Secret;

/**
 * Holds values that requests send against schemas.
 */
final class ValueCheck {

	private final Findings findings;

	private final OpenEnums openEnums;

	private final AnswerCheck answers;

	ValueCheck(Findings findings, OpenEnums openEnums, AnswerCheck answers) {
		this.findings = findings;
		this.openEnums = openEnums;
		this.answers = answers;
	}

	/**
	 * Check a value and tell whether it fits.
	 * @param query whether it goes into the query, where instants become milliseconds
	 */
	boolean check(String family, String subject, @Nullable Object value, SpecSchema schema, boolean query) {
		if (schema.kind() == SpecSchema.Kind.ARRAY && (value instanceof Collection || ObjectUtils.isArray(value))) {
			boolean fits = true;
			for (Object item : ObjectUtils
				.toObjectArray((value instanceof Collection<?> items) ? items.toArray() : value)) {
				fits &= check(family, subject, item, schema.items(), query);
			}
			return fits;
		}
		if (value instanceof Record wrapper && Names.isOpenEnum(value.getClass())) {
			this.openEnums.check(family, subject, value.getClass(), schema);
			return check(family, subject, Names.valueOf(wrapper), schema, query);
		}
		if (value instanceof Record && schema.kind() == SpecSchema.Kind.OBJECT) {
			return this.answers.checkType(family, subject, value.getClass(), schema);
		}
		boolean fits = fits(value, schema, query);
		if (!fits) {
			this.findings.add(family, subject, value.getClass().getSimpleName() + " does not fit " + schema);
		}
		return fits;
	}

	private static boolean fits(@Nullable Object value, SpecSchema schema, boolean query) {
		boolean whole = value instanceof Integer || value instanceof Long || (query && value instanceof Instant);
		return switch (schema.kind()) {
			case STRING -> value instanceof String || value instanceof Secret || value instanceof Instant
					|| (value instanceof Resource && "binary".equals(schema.format()));
			case INTEGER -> whole;
			case NUMBER -> whole || value instanceof Number;
			case BOOLEAN -> value instanceof Boolean;
			case OBJECT -> value instanceof RequestFields;
			case MAP -> value instanceof Map || value instanceof RequestFields;
			case ANY -> true;
			case ARRAY -> false;
		};
	}

}
