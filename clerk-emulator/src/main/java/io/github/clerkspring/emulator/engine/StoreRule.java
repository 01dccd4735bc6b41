package io.github.clerkspring.emulator.engine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Rule that compares the value of a field with stored resources.
 */
@FunctionalInterface
interface StoreRule {

	/**
	 * Checks a value.
	 * @param tx the transaction
	 * @param owner the resource that gets the value, or null if it does not exist yet
	 * @param name the name of the field
	 * @param value the value
	 * @throws ApiException if it breaks the rule
	 */
	void check(Transaction tx, @Nullable Resource owner, String name, JsonNode value);

	static StoreRule reference(Shape shape) {
		return (tx, owner, name, value) -> {
			if (!FieldRule.each(value).allMatch((id) -> tx.table(shape).find(id) != null)) {
				throw ApiException.missingResource(name);
			}
		};
	}

	static StoreRule unique(Shape shape) {
		return (tx, owner, name, value) -> {
			Resource present = tx.table(shape).first(name, value.asString());
			if (present != null && present != owner) {
				String message = "That " + name.replace('_', ' ') + " is taken.";
				throw ApiException.parameter("form_identifier_exists", name, message, message + " Please try another.");
			}
		};
	}

}
