package io.github.clerkspring.emulator.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The fields that the body of an operation may have, with their rules. Immutable; each
 * method returns a changed copy.
 */
public final class Fields {

	private final Map<String, Field> fields;

	private Fields(Map<String, Field> fields) {
		this.fields = Collections.unmodifiableMap(fields);
	}

	/**
	 * A body without fields.
	 * @return no fields yet
	 */
	public static Fields none() {
		return new Fields(new LinkedHashMap<>());
	}

	/**
	 * Adds fields that are required and not null.
	 * @param type their type
	 * @param names their names
	 * @return a copy with them
	 */
	public Fields required(FieldType type, String... names) {
		return with(new Field(type, true, false, List.of(), List.of()), names);
	}

	/**
	 * Adds fields that may be absent but not null.
	 * @param type their type
	 * @param names their names
	 * @return a copy with them
	 */
	public Fields optional(FieldType type, String... names) {
		return with(new Field(type, false, false, List.of(), List.of()), names);
	}

	/**
	 * Adds fields that may be absent or null.
	 * @param type their type
	 * @param names their names
	 * @return a copy with them
	 */
	public Fields nullable(FieldType type, String... names) {
		return with(new Field(type, false, true, List.of(), List.of()), names);
	}

	/**
	 * Restricts texts, or the elements of lists, to some values.
	 * @param name a field that was added before
	 * @param values the values
	 * @return a copy with the rule
	 */
	public Fields oneOf(String name, String... values) {
		return rule(FieldRule.oneOf(List.of(values)), name);
	}

	/**
	 * Restricts numbers to a range.
	 * @param minimum the lowest value
	 * @param maximum the highest value
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields range(long minimum, long maximum, String... names) {
		return rule(FieldRule.range(minimum, maximum), names);
	}

	/**
	 * Restricts the length of texts.
	 * @param minimum the lowest number of characters
	 * @param maximum the highest number of characters
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields length(int minimum, int maximum, String... names) {
		return rule(FieldRule.length(minimum, maximum), names);
	}

	/**
	 * Refuses blank texts.
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields notBlank(String... names) {
		return rule(FieldRule.notBlank(), names);
	}

	/**
	 * Restricts the form of texts, or of the elements of lists.
	 * @param pattern the form
	 * @param description the form in words, behind "must be"
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields matching(Pattern pattern, String description, String... names) {
		return rule(FieldRule.matching(pattern, description), names);
	}

	/**
	 * Restricts the number of elements of lists.
	 * @param maximum the highest number
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields size(int maximum, String... names) {
		return rule(FieldRule.size(maximum), names);
	}

	/**
	 * Requires that ids, or the elements of lists, refer to stored resources.
	 * @param shape the shape of the resources
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields reference(Shape shape, String... names) {
		return change((field) -> field.with(StoreRule.reference(shape)), names);
	}

	/**
	 * Requires that no other resource has the value in the property of the same name,
	 * which has an index.
	 * @param shape the shape of the resources
	 * @param names fields that were added before
	 * @return a copy with the rule
	 */
	public Fields unique(Shape shape, String... names) {
		return change((field) -> field.with(StoreRule.unique(shape)), names);
	}

	/**
	 * Leaves out fields.
	 * @param names their names
	 * @return a copy without them
	 */
	public Fields without(String... names) {
		Map<String, Field> copy = new LinkedHashMap<>(this.fields);
		copy.keySet().removeAll(List.of(names));
		return new Fields(copy);
	}

	/**
	 * Checks a body.
	 * @param body the body
	 * @throws ApiException if a field is unknown, missing, null, of another type or
	 * breaks a rule
	 */
	public void check(ObjectNode body) {
		if (this.fields.values().stream().anyMatch((field) -> !field.storeRules.isEmpty())) {
			throw new IllegalStateException("The fields have rules that need a transaction");
		}
		checkValues(body);
	}

	private void checkValues(ObjectNode body) {
		for (String name : body.propertyNames()) {
			if (!this.fields.containsKey(name)) {
				throw ApiException.parameter("form_param_unknown", name, "is unknown",
						name + " is not a valid parameter for this request.");
			}
		}
		this.fields.forEach((name, field) -> field.check(name, body.get(name)));
	}

	/**
	 * Checks a body, stored resources included.
	 * @param tx the transaction
	 * @param body the body
	 * @param owner the resource that gets the values, or null if it does not exist yet
	 * @throws ApiException if a field is unknown, missing, null, of another type or
	 * breaks a rule
	 */
	void check(Transaction tx, ObjectNode body, @Nullable Resource owner) {
		checkValues(body);
		this.fields.forEach((name, field) -> field.check(tx, owner, name, body.get(name)));
	}

	private Fields rule(FieldRule rule, String... names) {
		return change((field) -> field.with(rule), names);
	}

	private Fields change(UnaryOperator<Field> change, String... names) {
		Fields changed = this;
		for (String name : names) {
			Field field = this.fields.get(name);
			if (field == null) {
				throw new IllegalArgumentException("No field " + name);
			}
			changed = changed.with(change.apply(field), name);
		}
		return changed;
	}

	private Fields with(Field field, String... names) {
		Map<String, Field> copy = new LinkedHashMap<>(this.fields);
		for (String name : names) {
			copy.put(name, field);
		}
		return new Fields(copy);
	}

	private record Field(FieldType type, boolean required, boolean nullable, List<FieldRule> rules,
			List<StoreRule> storeRules) {

		Field with(FieldRule rule) {
			return new Field(this.type, this.required, this.nullable,
					Stream.concat(this.rules.stream(), Stream.of(rule)).toList(), this.storeRules);
		}

		Field with(StoreRule rule) {
			return new Field(this.type, this.required, this.nullable, this.rules,
					Stream.concat(this.storeRules.stream(), Stream.of(rule)).toList());
		}

		void check(Transaction tx, @Nullable Resource owner, String name, @Nullable JsonNode value) {
			if (value != null && !value.isNull()) {
				this.storeRules.forEach((rule) -> rule.check(tx, owner, name, value));
			}
		}

		void check(String name, @Nullable JsonNode value) {
			if (value == null) {
				if (this.required) {
					throw ApiException.missing(name);
				}
			}
			else if (value.isNull()) {
				if (!this.nullable) {
					throw ApiException.parameter("form_param_nil", name, "is nil", name + " can't be null.");
				}
			}
			else {
				checkType(name, value);
				this.rules.forEach((rule) -> rule.check(name, value));
			}
		}

		private void checkType(String name, JsonNode value) {
			if (this.type.accepts(value)) {
				return;
			}
			if (this.type == FieldType.INSTANT && value.isString()) {
				throw ApiException.parameter("form_param_invalid_time", name, "invalid format",
						name + " must contain a datetime specified in RFC3339 format.");
			}
			throw ApiException.parameter("form_param_type_invalid", name, "is invalid",
					"`" + name + "` must be a `" + this.type.description() + "`.");
		}

	}

}
