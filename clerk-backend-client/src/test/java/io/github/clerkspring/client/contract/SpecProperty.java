package io.github.clerkspring.client.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * A property of a schema or a parameter of a query.
 *
 * @param name the name on the wire
 * @param schemas its schemas; several where the alternatives of a schema have it too
 * @param nodes where the specification declares it, each counted once by identity
 * @param required whether it is always there
 * @param nullable whether it may be null
 */
record SpecProperty(String name, List<SpecSchema> schemas, List<Object> nodes, boolean required, boolean nullable) {

	static SpecProperty of(String name, SpecSchema schema, Object node, boolean required) {
		return new SpecProperty(name, List.of(schema), List.of(node), required, schema.nullable());
	}

	/**
	 * Join the same property of another part or alternative.
	 */
	SpecProperty join(SpecProperty other, boolean stillRequired) {
		return new SpecProperty(this.name, concat(this.schemas, other.schemas), concat(this.nodes, other.nodes),
				stillRequired, this.nullable || other.nullable);
	}

	SpecProperty withRequired(boolean nowRequired) {
		return new SpecProperty(this.name, this.schemas, this.nodes, nowRequired, this.nullable);
	}

	private static <T> List<T> concat(List<T> one, List<T> two) {
		List<T> all = new ArrayList<>(one);
		all.addAll(two);
		return all;
	}

}
