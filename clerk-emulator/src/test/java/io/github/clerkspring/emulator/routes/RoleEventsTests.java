package io.github.clerkspring.emulator.routes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Upload;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events about roles and permissions.
 */
class RoleEventsTests {

	private final Backend backend = new Backend(
			new Emulation(new Settings("sk_test_x", "pk_test_x", "clerk.emulator.test"), Clock.systemUTC()));

	private final List<String> events = new ArrayList<>();

	RoleEventsTests() {
		this.backend.emulation()
			.events()
			.listen((type, data) -> this.events.add(type + " " + data.get("object").asString()));
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
		this.backend.emulation().transaction(() -> {
			this.backend.role("org:accountant", List.of("org:invoices:read"));
			this.backend.role("org:accountant", List.of());
			return null;
		});
		this.backend.emulation().transaction(() -> {
			this.backend.reset();
			return null;
		});
		assertThat(this.events).containsExactly("permission.created permission", "role.created role",
				"role.updated role");
	}

	private JsonNode call(String method, Map<String, ?> body, String... path) {
		RouteTable.Match match = this.backend.routes().find(method, List.of(path));
		assertThat(match).isNotNull();
		ApiCall call = new ApiCall(ApiVersion.LATEST, match.variables(), new Query(Map.of()), null,
				JsonMapper.shared().writeValueAsBytes(body), () -> new Upload(Map.of(), Map.of()), null, null);
		return this.backend.emulation().transaction(() -> match.route().handler().handle(call));
	}

	private static String id(JsonNode node) {
		return node.get("id").asString();
	}

}
