package io.github.clerkspring.client.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Counts how much of the specification the client has: operations, schemas, properties.
 */
final class Coverage {

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> properties = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Map<Object, String> missingProperties = new IdentityHashMap<>();

	private final Map<String, Boolean> schemas = new LinkedHashMap<>();

	private final Map<String, Boolean> operations = new LinkedHashMap<>();

	/**
	 * Count an operation and all that its request and answer may hold.
	 */
	void expect(SpecOperation operation) {
		this.operations.putIfAbsent(operation.key(), false);
		operation.query().values().forEach((property) -> expect(operation + "?", property));
		expect(operation.toString(), operation.body());
		expect(operation + " answer", operation.answer());
	}

	private void expect(String owner, SpecProperty property) {
		property.nodes()
			.stream()
			.filter(this.properties::add)
			.forEach((node) -> this.missingProperties.put(node, owner + property.name()));
		property.schemas().forEach((schema) -> expect(owner + property.name(), schema));
	}

	private void expect(String where, @Nullable SpecSchema schema) {
		if (schema == null || !this.seen.add(schema.identity())) {
			return;
		}
		schema.names().forEach((name) -> this.schemas.putIfAbsent(name, false));
		String owner = (schema.name() != null) ? schema.name() : where;
		schema.properties().values().forEach((property) -> expect(owner + ".", property));
		expect(owner, schema.values());
		if (schema.kind() == SpecSchema.Kind.ARRAY) {
			expect(owner, schema.items());
		}
	}

	void found(SpecOperation operation) {
		this.operations.put(operation.key(), true);
	}

	void found(SpecProperty property) {
		property.nodes().forEach(this.missingProperties::remove);
	}

	void found(SpecSchema schema) {
		schema.names().forEach((name) -> this.schemas.replace(name, true));
	}

	/**
	 * Return the properties that nothing in the client carries.
	 */
	Collection<String> missingProperties() {
		return new TreeSet<>(this.missingProperties.values());
	}

	/**
	 * Return the names of schemas that operations reach and nothing in the client stands
	 * for.
	 */
	Set<String> missingSchemas() {
		Set<String> missing = new TreeSet<>();
		this.schemas.forEach((name, found) -> {
			if (!found) {
				missing.add(name);
			}
		});
		return missing;
	}

	@Override
	public String toString() {
		return "operations " + ratio(this.operations) + ", schemas " + ratio(this.schemas) + ", properties "
				+ (this.properties.size() - this.missingProperties.size()) + "/" + this.properties.size();
	}

	private static String ratio(Map<?, Boolean> items) {
		return items.values().stream().filter(Boolean::booleanValue).count() + "/" + items.size();
	}

}
