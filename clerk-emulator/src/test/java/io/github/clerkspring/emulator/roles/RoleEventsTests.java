package io.github.clerkspring.emulator.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events about roles and permissions.
 */
class RoleEventsTests {

	private final TestInstance instance = TestInstance.create();

	private final List<String> events = new ArrayList<>();

	RoleEventsTests() {
		this.instance.store().listen((type, data) -> this.events.add(type + " " + data.get("object").asString()));
	}

	@Test
	void tellsOfEachChange() {
		String permission = id(
				call("POST", Map.of("name", "Read", "key", "org:invoices:read"), "organization_permissions"));
		call("PATCH", Map.of("name", "Read invoices"), "organization_permissions", permission);
		String role = id(call("POST", Map.of("name", "Accountant", "key", "org:accountant"), "organization_roles"));
		call("POST", Map.of(), "organization_roles", role, "permissions", permission);
		call("DELETE", Map.of(), "organization_roles", role);
		call("DELETE", Map.of(), "organization_permissions", permission);
		assertThat(this.events).containsExactly("permission.created permission", "permission.updated permission",
				"role.created role", "role.updated role", "role.deleted role", "permission.deleted permission");
	}

	@Test
	void tellsOfDefinedRolesButNotOfThoseFromTheStart() {
		this.instance.store().run((tx) -> {
			RoleSets.define(tx, "org:accountant", List.of("org:invoices:read"));
			RoleSets.define(tx, "org:accountant", List.of());
		});
		this.instance.reset();
		assertThat(this.events).containsExactly("permission.created permission", "role.created role",
				"role.updated role");
	}

	private JsonNode call(String method, Map<String, ?> body, String... path) {
		return this.instance.call(method, "/" + String.join("/", path), JsonMapper.shared().writeValueAsString(body));
	}

	private static String id(JsonNode node) {
		return node.get("id").asString();
	}

}
