package io.github.clerkspring.emulator.seed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Fields;

/**
 * Entry of a list of the seed.
 *
 * @param document the seed
 * @param path the position of the entry, such as {@code users[2]}
 * @param fields the fields, mutable
 */
record SeedEntry(SeedDocument document, String path, ObjectNode fields) {

	/**
	 * The list that the entry is in.
	 * @return the name, as {@code users}
	 */
	String list() {
		return this.path.substring(0, this.path.indexOf('['));
	}

	/**
	 * Takes out the id.
	 * @param allowed whether one can be prescribed
	 * @return the id, or null if none is prescribed
	 */
	@Nullable String id(boolean allowed) {
		JsonNode id = this.fields.remove("id");
		if (id == null) {
			return null;
		}
		if (!allowed) {
			throw this.document.error(this.path + ".id", "The id of such a thing cannot be prescribed");
		}
		if (!id.isString() || !id.stringValue().matches("[A-Za-z0-9_-]{1,64}")) {
			throw this.document.error(this.path + ".id", "An id is 1 to 64 letters, digits, _ and -");
		}
		return id.stringValue();
	}

	Body body(Fields fields) {
		return Body.of(this.fields, fields);
	}

}
