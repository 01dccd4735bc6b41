package io.github.clerkspring.client.contract;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.BulkBody;

/**
 * Holds one operation of the client against the one of the specification.
 */
final class OperationCheck {

	private final Specification specification;

	private final Findings findings;

	private final Coverage coverage;

	private final OpenEnums openEnums;

	private final AnswerCheck answers;

	private final RequestCheck requests;

	private final ValueCheck values;

	OperationCheck(Specification specification, Findings findings, Coverage coverage) {
		this.specification = specification;
		this.findings = findings;
		this.coverage = coverage;
		this.openEnums = new OpenEnums(findings);
		this.answers = new AnswerCheck(findings, coverage, this.openEnums);
		this.values = new ValueCheck(findings, this.openEnums, this.answers);
		this.requests = new RequestCheck(findings, coverage, this.values);
	}

	/**
	 * Return what is known of the answers' records so far.
	 */
	AnswerCheck answers() {
		return this.answers;
	}

	/**
	 * Check what can be told only when all operations are known.
	 */
	void finish() {
		this.openEnums.checkInvented();
		this.requests.finish();
		RecordCheck records = new RecordCheck(this.findings);
		this.answers.records().forEach(records::check);
	}

	void check(ClientOperation client, SpecOperation spec) {
		String subject = spec.toString();
		String family = client.family();
		this.coverage.found(spec);
		if (!Families.of(spec.path()).equals(family)) {
			add(client, subject, "belongs to the family " + Families.of(spec.path()));
		}
		if (client.method().isAnnotationPresent(Deprecated.class) != spec.deprecated()) {
			add(client, subject, spec.deprecated() ? "should be deprecated" : "should not be deprecated");
		}
		String version = spec.version().equals(this.specification.newestVersion()) ? "" : spec.version();
		if (!client.exchange().version().equals(version)) {
			add(client, subject, "has the version '" + client.exchange().version() + "', should be '" + version + "'");
		}
		checkPath(client, spec);
		checkQuery(client, spec);
		checkBody(client, spec);
		this.answers.check(family, subject + " answer", client.answerType(), spec.answer());
	}

	private void checkPath(ClientOperation client, SpecOperation spec) {
		List<String> expected = spec.pathVariables().stream().map(Names::camelCase).toList();
		List<String> parameters = client.pathParameters().stream().map(Parameter::getName).toList();
		if (!client.pathVariables().equals(expected)) {
			add(client, spec + "", "names its variables " + client.pathVariables() + ", should be " + expected);
		}
		if (!Set.copyOf(parameters).equals(Set.copyOf(client.pathVariables()))) {
			add(client, spec + "", "has the path parameters " + parameters);
		}
	}

	private void checkQuery(ClientOperation client, SpecOperation spec) {
		Set<String> single = new LinkedHashSet<>();
		for (Parameter parameter : client.queryParameters()) {
			String wireName = ClientOperation.wireName(parameter);
			single.add(wireName);
			checkParameter(client, spec + "?" + wireName, parameter, spec.query().get(wireName), true);
		}
		Parameter query = client.query();
		Map<String, SpecProperty> rest = RequestCheck.without(spec.query(), single);
		if (query != null) {
			this.requests.checkQuery(client.family(), spec.toString(), query.getType(), rest);
		}
		else {
			rest.keySet().forEach((name) -> add(client, spec + "?" + name, "is missing"));
		}
	}

	private void checkBody(ClientOperation client, SpecOperation spec) {
		Parameter body = client.body();
		SpecSchema schema = spec.body();
		boolean form = client.exchange().contentType().equals(MediaType.MULTIPART_FORM_DATA_VALUE);
		if (form != spec.multipart()) {
			add(client, spec + "", spec.multipart() ? "should be multipart" : "should not be multipart");
		}
		if (schema == null) {
			if (body != null || !client.parts().isEmpty() || !client.bodyFields().isEmpty()) {
				add(client, spec + "", "has no body");
			}
		}
		else if (body != null) {
			this.requests.checkBody(client.family(), spec.toString(), body.getParameterizedType(), schema);
			checkBulk(client, spec, body.getAnnotation(BulkBody.class), schema);
		}
		else {
			checkBodyFields(client, spec, spec.multipart() ? client.parts() : client.bodyFields(), schema);
		}
	}

	private void checkBulk(ClientOperation client, SpecOperation spec, @Nullable BulkBody bulk, SpecSchema schema) {
		Long max = (bulk != null) ? Long.valueOf(bulk.max()) : null;
		if (!Objects.equals(max, schema.maxItems())) {
			add(client, spec + "", "accepts up to " + max + " items, should be " + schema.maxItems());
		}
	}

	private void checkBodyFields(ClientOperation client, SpecOperation spec, List<Parameter> fields,
			SpecSchema schema) {
		Set<String> present = new LinkedHashSet<>();
		this.coverage.found(schema);
		for (Parameter field : fields) {
			String wireName = ClientOperation.wireName(field);
			present.add(wireName);
			SpecProperty property = schema.properties().get(wireName);
			checkParameter(client, spec + "." + wireName, field, property, false);
			checkMaximum(client, spec + "." + wireName, field.getAnnotation(BodyField.class), property);
		}
		RequestCheck.without(schema.properties(), present)
			.keySet()
			.forEach((name) -> add(client, spec + "." + name, "is missing"));
	}

	private void checkParameter(ClientOperation client, String subject, Parameter parameter,
			@Nullable SpecProperty property, boolean query) {
		if (property == null) {
			add(client, subject, "is invented");
			return;
		}
		Type type = parameter.getParameterizedType();
		boolean nullable = Names.isNullable(parameter.getAnnotatedType(), parameter);
		if (nullable == property.required()) {
			add(client, subject,
					nullable ? "is required, should not be @Nullable" : "is optional, should be @Nullable");
		}
		SpecSchema schema = property.schemas().get(0);
		if (RequestCheck.fieldsType(type) != null) {
			this.requests.checkBody(client.family(), subject, type, schema);
			this.coverage.found(property);
		}
		else if (this.values.check(client.family(), subject, new Samples().value(type), schema, query)) {
			this.coverage.found(schema);
			this.coverage.found(property);
		}
	}

	private void checkMaximum(ClientOperation client, String subject, @Nullable BodyField field,
			@Nullable SpecProperty property) {
		if (field == null || property == null) {
			return;
		}
		SpecSchema schema = property.schemas().get(0);
		Long length = schema.number("maxLength");
		Long items = schema.number("maxItems");
		Long maximum = schema.number("maximum");
		long expected = Stream.of(length, items, maximum)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse((long) Integer.MAX_VALUE);
		if (field.max() != expected) {
			add(client, subject, "has a maximum of " + field.max() + ", should be " + expected);
		}
		Long least = schema.number("minItems");
		if (field.min() != ((least != null) ? least : 0)) {
			add(client, subject, "has a minimum of " + field.min() + ", should be " + least);
		}
	}

	private void add(ClientOperation client, String subject, String message) {
		this.findings.add(client.family(), subject,
				client.method().getDeclaringClass().getSimpleName() + "." + client.method().getName() + " " + message);
	}

}
