package io.github.clerkspring.client.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A schema with its references followed; compositions are read as one flat schema.
 */
final class SpecSchema {

	private static final Pattern LENGTH_IN_WORDS = Pattern.compile("(?i)max(?:imum)? length:? (\\d+)");

	private static final Pattern ITEMS_IN_WORDS = Pattern.compile("(?i)(?:accepts up to|no more than) (\\d+) ");

	private final Specification specification;

	private final Map<String, Object> node;

	private final @Nullable String name;

	private final boolean nullable;

	private SpecSchema(Specification specification, Map<String, Object> node, @Nullable String name, boolean nullable) {
		this.specification = specification;
		this.node = node;
		this.name = name;
		this.nullable = nullable;
	}

	static SpecSchema of(Specification specification, @Nullable Object node) {
		Map<String, Object> map = Specification.map(node);
		String name = null;
		boolean nullable = false;
		while (map.get("$ref") instanceof String reference) {
			nullable = nullable || Boolean.TRUE.equals(map.get("nullable"));
			name = StringUtils.getFilename(reference);
			map = specification.schema(name);
		}
		return new SpecSchema(specification, map, name, nullable || Boolean.TRUE.equals(map.get("nullable")));
	}

	Kind kind() {
		if (!properties().isEmpty()) {
			return Kind.OBJECT;
		}
		if (this.node.get("type") instanceof String type) {
			return Kind.of(type);
		}
		return parts().stream().map(SpecSchema::kind).filter((kind) -> kind != Kind.ANY).findFirst().orElse(Kind.ANY);
	}

	boolean nullable() {
		return this.nullable || parts().stream().anyMatch(SpecSchema::nullable);
	}

	@Nullable String name() {
		return this.name;
	}

	/**
	 * Return what the schema is by identity, the same for each reference to it.
	 */
	Object identity() {
		return this.node;
	}

	/**
	 * Return the names of the schemas that this one stands for.
	 */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		if (this.name != null) {
			names.add(this.name);
		}
		parts().forEach((part) -> names.addAll(part.names()));
		return names;
	}

	SpecSchema items() {
		return of(this.specification, this.node.get("items"));
	}

	/**
	 * Return the schema of an object's further values, when it has one.
	 */
	@Nullable SpecSchema values() {
		return (this.node.get("additionalProperties") instanceof Map<?, ?> map && !map.isEmpty())
				? of(this.specification, map) : null;
	}

	/**
	 * Return the greatest length of a text, be it given by a keyword or in words.
	 */
	@Nullable Long maxLength() {
		return limit("maxLength", LENGTH_IN_WORDS);
	}

	/**
	 * Return the greatest size of a list, be it given by a keyword or in words.
	 */
	@Nullable Long maxItems() {
		return limit("maxItems", ITEMS_IN_WORDS);
	}

	private @Nullable Long limit(String keyword, Pattern words) {
		Matcher matcher = words.matcher(String.valueOf(this.node.get("description")));
		Long number = number(keyword);
		return (number == null && matcher.find()) ? Long.valueOf(matcher.group(1)) : number;
	}

	/**
	 * Return the values that a text can have; empty when it can be any.
	 */
	Set<String> enumValues() {
		Set<String> values = new LinkedHashSet<>();
		if (kind() == Kind.STRING && this.node.get("enum") instanceof List<?> list) {
			list.forEach((value) -> values.add(String.valueOf(value)));
		}
		parts().forEach((part) -> values.addAll(part.enumValues()));
		return values;
	}

	@Nullable Long number(String keyword) {
		return (this.node.get(keyword) instanceof Number number) ? number.longValue() : null;
	}

	boolean isMinimumExclusive() {
		return Boolean.TRUE.equals(this.node.get("exclusiveMinimum"));
	}

	@Nullable String format() {
		return (String) this.node.get("format");
	}

	@Nullable Object example() {
		return this.node.get("example");
	}

	/**
	 * Return the schemas that this one chooses from; itself when there is no choice.
	 */
	List<SpecSchema> alternatives() {
		List<SpecSchema> alternatives = new ArrayList<>();
		alternatives.addAll(parts("oneOf"));
		alternatives.addAll(parts("anyOf"));
		alternatives.removeIf((alternative) -> alternative.kind() == Kind.ANY);
		return alternatives.isEmpty() ? List.of(this) : alternatives;
	}

	Map<String, SpecProperty> properties() {
		Map<String, SpecProperty> properties = new LinkedHashMap<>();
		Specification.map(this.node, "properties")
			.forEach((key, value) -> properties.put(key,
					SpecProperty.of(key, of(this.specification, value), value, false)));
		for (SpecSchema part : parts("allOf")) {
			part.properties().forEach((key, value) -> properties.merge(key, value, SpecSchema::both));
		}
		alternativeProperties().forEach((key, value) -> properties.merge(key, value, SpecSchema::both));
		for (Object required : (List<?>) this.node.getOrDefault("required", List.of())) {
			properties.computeIfPresent((String) required, (key, value) -> value.withRequired(true));
		}
		return properties;
	}

	private Map<String, SpecProperty> alternativeProperties() {
		Map<String, SpecProperty> union = new LinkedHashMap<>();
		List<Map<String, SpecProperty>> alternatives = new ArrayList<>();
		for (String keyword : List.of("oneOf", "anyOf")) {
			parts(keyword).stream()
				.map(SpecSchema::properties)
				.filter((all) -> !all.isEmpty())
				.forEach(alternatives::add);
		}
		alternatives.forEach((alternative) -> alternative.forEach((key, value) -> union.merge(key, value,
				(one, two) -> one.join(two, one.required() && two.required()))));
		union.replaceAll((key, value) -> value.withRequired(
				value.required() && alternatives.stream().allMatch((alternative) -> alternative.containsKey(key))));
		return union;
	}

	private static SpecProperty both(SpecProperty one, SpecProperty two) {
		return one.join(two, one.required() || two.required());
	}

	private List<SpecSchema> parts() {
		List<SpecSchema> parts = new ArrayList<>();
		for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
			parts.addAll(parts(keyword));
		}
		return parts;
	}

	private List<SpecSchema> parts(String keyword) {
		return ((List<?>) this.node.getOrDefault(keyword, List.of())).stream()
			.map((part) -> of(this.specification, part))
			.toList();
	}

	@Override
	public String toString() {
		return (this.name != null) ? this.name : kind().toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Kinds of JSON values.
	 */
	enum Kind {

		STRING, INTEGER, NUMBER, BOOLEAN, ARRAY, OBJECT, MAP, ANY;

		private static Kind of(String type) {
			return "object".equals(type) ? MAP : valueOf(type.toUpperCase(Locale.ROOT));
		}

	}

}
