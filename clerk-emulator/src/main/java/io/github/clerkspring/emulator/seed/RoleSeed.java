package io.github.clerkspring.emulator.seed;

import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.roles.RoleSets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Roles with their permissions, both of which are made if they are not there.
 */
final class RoleSeed {

	private static final Fields ROLE = Fields.none()
		.required(FieldType.STRING, "key")
		.optional(FieldType.STRINGS, "permissions");

	private static final Pattern ROLE_KEY = Pattern.compile("org:[a-z0-9_]+");

	private static final Pattern PERMISSION_KEY = Pattern.compile("org:[a-z0-9_]+:[a-z0-9_]+");

	private RoleSeed() {
	}

	static JsonNode role(Transaction tx, SeedEntry entry) {
		Body body = entry.body(ROLE);
		require("key", List.of(body.required("key")), ROLE_KEY, "org:<role>");
		require("permissions", body.texts("permissions"), PERMISSION_KEY, "org:<feature>:<action>");
		RoleSets.define(tx, body.required("key"), body.texts("permissions"));
		return body.tree();
	}

	private static void require(String field, List<String> keys, Pattern pattern, String form) {
		for (String key : keys) {
			if (!pattern.matcher(key).matches()) {
				throw ApiException.format(field,
						key + " must have the form " + form + ", of lowercase letters, digits and underscores.");
			}
		}
	}

}
