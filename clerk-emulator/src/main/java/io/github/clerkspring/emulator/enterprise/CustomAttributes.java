package io.github.clerkspring.emulator.enterprise;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * The attributes that a connection takes from its identity provider into metadata.
 */
final class CustomAttributes {

	private static final Fields FIELDS = Fields.none()
		.required(FieldType.STRING, "name", "key")
		.optional(FieldType.STRING, "sso_path", "scim_path", "directory_path")
		.optional(FieldType.BOOLEAN, "multi_valued")
		.notBlank("name")
		.matching(Pattern.compile("[^_][A-Za-z0-9_-]*"),
				"letters, digits, dashes and underscores, and not begin with an underscore", "key");

	private CustomAttributes() {
	}

	/**
	 * Reads the attributes of a body.
	 * @param body the body
	 * @return the attributes as they are shown
	 */
	static List<ObjectNode> read(Body body) {
		Set<String> keys = new HashSet<>();
		return body.parts("custom_attributes", FIELDS).stream().map((attribute) -> {
			String key = attribute.required("key");
			if (!keys.add(key)) {
				throw ApiException.parameter("form_param_duplicate", "custom_attributes", "duplicate values",
						"custom_attributes has the key " + key + " twice.");
			}
			return show(attribute, key);
		}).toList();
	}

	private static ObjectNode show(Body attribute, String key) {
		String path = Objects.toString(attribute.either("directory_path", "scim_path"), "");
		ObjectNode node = Json.object().put("name", attribute.required("name")).put("key", key);
		node.put("sso_path", Objects.toString(attribute.text("sso_path"), ""));
		node.put("scim_path", path).put("directory_path", path);
		return node.put("multi_valued", attribute.flag("multi_valued", false));
	}

}
