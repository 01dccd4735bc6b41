package io.github.clerkspring.client.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.lang.model.SourceVersion;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;
import io.github.clerkspring.client.core.RequestFields;

/**
 * Holds what can be set on requests and queries against the specification.
 */
final class RequestCheck {

	private final Findings findings;

	private final Coverage coverage;

	private final ValueCheck values;

	private final LimitCheck limits;

	private final NullableCheck nullables;

	RequestCheck(Findings findings, Coverage coverage, ValueCheck values) {
		this.findings = findings;
		this.coverage = coverage;
		this.values = values;
		this.limits = new LimitCheck(findings);
		this.nullables = new NullableCheck(findings);
	}

	/**
	 * Check what can be told only when all uses of the requests are known.
	 */
	void finish() {
		this.nullables.finish();
	}

	/**
	 * Check the fields of a query.
	 */
	void checkQuery(String family, String subject, Class<?> type, Map<String, SpecProperty> properties) {
		checkFields(family, subject, type, properties, true);
		SpecProperty limit = properties.get("limit");
		if (limit == null || !properties.containsKey("offset")) {
			return;
		}
		if (!PageQuery.class.isAssignableFrom(type)) {
			this.findings.add(family, subject + "?limit", type.getSimpleName() + " should be a PageQuery");
			return;
		}
		Long maximum = limit.schemas().get(0).number("maximum");
		int maxLimit = ((PageQuery<?>) RequestType.of(type).filled(new Samples(), false)).maxLimit();
		if (maximum != null && maximum != maxLimit) {
			this.findings.add(family, subject + "?limit", "maxLimit() is " + maxLimit + ", should be " + maximum);
		}
	}

	/**
	 * Check the type of a body.
	 */
	void checkBody(String family, String subject, Type type, SpecSchema schema) {
		this.coverage.found(schema);
		Class<?> fields = fieldsType(type);
		switch (schema.kind()) {
			case OBJECT -> {
				if (fields != null) {
					checkFields(family, subject, fields, schema.properties(), false);
				}
				else {
					this.findings.add(family, subject, type.getTypeName() + " should be a request with fields");
				}
			}
			case ARRAY -> checkBody(family, subject + "[]", AnswerCheck.argument(type, 0), schema.items());
			default -> this.values.check(family, subject, new Samples().value(type), schema, false);
		}
	}

	private void checkFields(String family, String subject, Class<?> type, Map<String, SpecProperty> properties,
			boolean query) {
		RequestType request = RequestType.of(type);
		String separator = query ? "?" : ".";
		Set<String> invented = new LinkedHashSet<>(request.wireNames());
		invented.removeAll(properties.keySet());
		invented.forEach((name) -> this.findings.add(family, subject + separator + name, "is invented"));
		properties.forEach((name, property) -> {
			List<RequestField> fields = request.fields(name);
			if (fields.isEmpty()) {
				this.findings.add(family, subject + separator + name, "is missing, it is " + property.schemas());
			}
			else {
				checkField(family, subject + separator + name, fields, property, query);
				checkRequired(family, subject + separator + name, request, property);
			}
		});
	}

	private void checkField(String family, String subject, List<RequestField> fields, SpecProperty property,
			boolean query) {
		boolean fits = true;
		for (RequestField field : fields) {
			fits &= checkValue(family, subject, field, property, query);
			if (field.parameter() != null && !Names.same(field.javaName(), property.name())
					&& !SourceVersion.isKeyword(property.name())) {
				this.findings.add(family, subject, field + " has another name");
			}
			this.nullables.add(family, subject, field, property.nullable() && !query);
			this.limits.check(family, subject, field, property);
		}
		if (fits) {
			this.coverage.found(property);
		}
	}

	private boolean checkValue(String family, String subject, RequestField field, SpecProperty property,
			boolean query) {
		Type type = (field.parameter() != null) ? field.parameter().getParameterizedType() : Object.class;
		Class<?> inner = fieldsType(type);
		boolean fits = true;
		for (SpecSchema schema : property.schemas()) {
			this.coverage.found(schema);
			fits &= this.values.check(family, subject, field.sample(), schema, query);
			SpecSchema object = innermost(schema);
			this.coverage.found(object);
			if (inner != null && object.kind() == SpecSchema.Kind.OBJECT) {
				checkFields(family, subject, inner, object.properties(), query);
			}
		}
		return fits;
	}

	private void checkRequired(String family, String subject, RequestType request, SpecProperty property) {
		if (property.required() && !request.isRequired(property.name())) {
			this.findings.add(family, subject, "is required, so the factory alone should take it");
		}
		if (!property.required() && request.isGivenByFactories(property.name())) {
			this.findings.add(family, subject, "is optional, so it should have a setter");
		}
	}

	private static SpecSchema innermost(SpecSchema schema) {
		if (schema.kind() == SpecSchema.Kind.ARRAY) {
			return innermost(schema.items());
		}
		SpecSchema values = schema.values();
		return (schema.kind() == SpecSchema.Kind.MAP && values != null) ? innermost(values) : schema;
	}

	/**
	 * Return the type with fields that a type is or contains.
	 */
	static @Nullable Class<?> fieldsType(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return fieldsType(arguments[arguments.length - 1]);
		}
		if (type instanceof Class<?> candidate) {
			return candidate.isArray() ? fieldsType(candidate.getComponentType())
					: RequestFields.class.isAssignableFrom(candidate) ? candidate : null;
		}
		return null;
	}

	/**
	 * Return properties by name without those that others carry.
	 */
	static Map<String, SpecProperty> without(Map<String, SpecProperty> properties, Set<String> names) {
		Map<String, SpecProperty> rest = new LinkedHashMap<>(properties);
		rest.keySet().removeAll(names);
		return rest;
	}

}
