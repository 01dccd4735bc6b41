package io.github.clerkspring.emulator.directories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of directories, under both of their names.
 */
class DirectoryRoutesTests {

	private final ApiTester api = ApiTester.start();

	private final String connection = this.api
		.post("/enterprise_connections",
				Map.of("name", "Acme", "provider", "saml_okta", "domains", List.of("acme.com")))
		.get("id")
		.asString();

	private final String admin = role("org:admin");

	private final String member = role("org:member");

	@AfterEach
	void close() {
		this.api.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "directory", "scim_directory" })
	void showsKeyOnce(String object) {
		String all = path(object);
		JsonNode created = this.api.post(all, Map.of("enterprise_connection_id", this.connection, "provider", "okta"));
		assertThat(created.get("object").asString()).isEqualTo(object);
		assertThat(created.get("name").asString()).isEqualTo("Acme");
		String one = all + "/" + created.get("id").asString();
		assertThat(this.api.get(one).get("api_key").isNull()).isTrue();
		assertThat(this.api.get(all).at("/data/0/api_key").isNull()).isTrue();
		assertThat(this.api.post(one + "/rotate_api_key", null).get("api_key").asString())
			.isNotEqualTo(created.get("api_key").asString());
		this.api.fails(422, "scim_directory_enterprise_connection_already_used", "POST", all,
				Map.of("enterprise_connection_id", this.connection, "provider", "okta"));
		this.api.fails(422, "form_resource_not_found", "POST", all,
				Map.of("enterprise_connection_id", "entconn_none", "provider", "okta"));
		assertThat(this.api.delete(one).get("object").asString()).isEqualTo(object);
		this.api.fails(404, "resource_not_found", "GET", one, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "directory", "scim_directory" })
	void updates(String object) {
		String one = create(object, List.of());
		Map<String, Object> mapping = new HashMap<>(Map.of("first_name", "name.givenName", "title", "title"));
		this.api.patch(one, Map.of("name", "Main", "enabled", false, "attribute_mapping", mapping));
		mapping.put("title", null);
		JsonNode updated = this.api.patch(one, Map.of("attribute_mapping", mapping));
		assertThat(updated.get("attribute_mapping")).hasToString("{\"first_name\":\"name.givenName\"}");
		assertThat(updated.get("name").asString()).isEqualTo("Main");
		assertThat(updated.get("enabled").booleanValue()).isFalse();
		this.api.fails(422, "form_param_format_invalid", "PATCH", one,
				Map.of("attribute_mapping", Map.of("title", List.of())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "directory", "scim_directory" })
	void keepsMappingsInOrder(String object) {
		String mappings = create(object, List.of(group("leads", this.admin), group("staff", this.member)))
				+ "/group_role_mappings";
		assertThat(groups(mappings)).containsExactly("leads=org:admin", "staff=org:member");
		JsonNode first = this.api.post(mappings,
				Map.of("scim_group_id", "guests", "role_id", this.member, "precedence", 1));
		assertThat(first.get("object").asString())
			.isEqualTo(object.replace("directory", "group_role_mapping").replaceFirst("^group", "directory_group"));
		assertThat(groups(mappings)).containsExactly("guests=org:member", "leads=org:admin", "staff=org:member");
		assertThat(this.api.post(mappings, Map.of("scim_group_id", "last", "role_id", this.member))
			.get("precedence")
			.intValue()).isEqualTo(4);
		this.api.fails(400, "duplicate_record", "POST", mappings, group("leads", this.member));
		this.api.fails(404, "resource_not_found", "POST", mappings, group("others", "role_none"));
		this.api.delete(mappings + "/" + first.get("id").asString());
		this.api.put(mappings, Map.of("mappings", List.of(group("staff", this.member), group("leads", this.member))));
		assertThat(groups(mappings)).containsExactly("staff=org:member", "leads=org:member");
		this.api.fails(422, "form_param_duplicate", "PUT", mappings,
				Map.of("mappings", List.of(group("staff", this.member), group("staff", this.admin))));
		this.api.put(mappings, Map.of("mappings", List.of()));
		assertThat(groups(mappings)).isEmpty();
	}

	@Test
	void refusesMappingsWhereTheyAreSwitchedOff() {
		String one = create("directory", List.of(group("leads", this.admin)));
		this.api.patch(one, Map.of("group_role_mapping_enabled", false));
		String mappings = one + "/group_role_mappings";
		this.api.fails(400, "feature_not_enabled", "POST", mappings, group("staff", this.member));
		this.api.fails(400, "feature_not_enabled", "PUT", mappings, Map.of("mappings", List.of()));
		String id = this.api.get(mappings).at("/data/0/id").asString();
		this.api.fails(400, "feature_not_enabled", "DELETE", mappings + "/" + id, null);
	}

	@Test
	void groupHasTwoNamesButOneId() {
		String mappings = create("directory", List.of()) + "/group_role_mappings";
		JsonNode mapping = this.api.post(mappings, Map.of("directory_group_id", "staff", "role_id", this.member));
		assertThat(mapping.get("scim_group_id").asString()).isEqualTo("staff");
		this.api.fails(422, "form_param_value_conflict", "POST", mappings,
				Map.of("directory_group_id", "a", "scim_group_id", "b", "role_id", this.member));
		this.api.fails(422, "form_param_missing", "POST", mappings, Map.of("role_id", this.member));
	}

	@Test
	void mappedRolesFollowTheRoleSetOfTheOrganization() {
		String viewer = this.api.post("/organization_roles", Map.of("name", "Viewer", "key", "org:viewer"))
			.get("id")
			.asString();
		String organization = this.api.emulator().organizations().create("Acme");
		this.api.patch("/enterprise_connections/" + this.connection, Map.of("organization_id", organization));
		String mappings = create("directory", List.of()) + "/group_role_mappings";
		this.api.fails(404, "resource_not_found", "POST", mappings, group("staff", viewer));
		this.api.post("/role_sets/role_set:default/roles", Map.of("role_keys", List.of("org:viewer")));
		this.api.post(mappings, group("staff", viewer));
		this.api.post("/role_sets/role_set:default/roles/replace",
				Map.of("role_key", "org:viewer", "to_role_key", "org:member"));
		assertThat(groups(mappings)).containsExactly("staff=org:member");
	}

	@Test
	void endsWithConnectionAndMappingsWithTheirRole() {
		String viewer = this.api.post("/organization_roles", Map.of("name", "Viewer", "key", "org:viewer"))
			.get("id")
			.asString();
		String one = create("directory", List.of(group("staff", viewer)));
		this.api.delete("/organization_roles/" + viewer);
		assertThat(groups(one + "/group_role_mappings")).isEmpty();
		this.api.delete("/enterprise_connections/" + this.connection);
		this.api.fails(404, "resource_not_found", "GET", one, null);
	}

	private String create(String object, List<Map<String, String>> groups) {
		return path(object) + "/"
				+ this.api
					.post(path(object),
							Map.of("enterprise_connection_id", this.connection, "provider", "okta",
									"group_role_mappings", groups))
					.get("id")
					.asString();
	}

	private List<String> groups(String mappings) {
		return this.api.get(mappings)
			.get("data")
			.valueStream()
			.map((node) -> node.get("directory_group_id").asString() + "=" + node.at("/role/key").asString())
			.toList();
	}

	private String role(String key) {
		return this.api.get("/organization_roles?query=" + key).at("/data/0/id").asString();
	}

	private static Map<String, String> group(String id, String roleId) {
		return Map.of("scim_group_id", id, "role_id", roleId);
	}

	private static String path(String object) {
		return "/" + object.replace("directory", "directories");
	}

}
