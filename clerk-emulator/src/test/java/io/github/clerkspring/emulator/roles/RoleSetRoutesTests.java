package io.github.clerkspring.emulator.roles;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of role sets.
 */
class RoleSetRoutesTests {

	private static final String SETS = "/role_sets";

	private final ApiTester api = ApiTester.start();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	private final String bob = this.api.emulator().users().create("bob@example.com");

	RoleSetRoutesTests() {
		this.api.post("/organization_roles", Map.of("name", "Viewer", "key", "org:viewer"));
		this.api.post("/organization_roles", Map.of("name", "Editor", "key", "org:editor"));
	}

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void startsWithTheInitialSet() {
		JsonNode set = this.api.get(SETS + "/role_set:default");
		assertThat(set.get("type").asString()).isEqualTo("initial");
		assertThat(set.at("/creator_role/key").asString()).isEqualTo("org:admin");
		assertThat(set.at("/default_role/key").asString()).isEqualTo("org:member");
		assertThat(this.api.get(SETS + "/" + id(set))).isEqualTo(set);
		assertThat(this.api.get(SETS + "?query=default&order_by=name").get("total_count").intValue()).isOne();
		this.api.fails(404, "resource_not_found", "GET", SETS + "/role_set:none", null);
	}

	@Test
	void createsWithCheckedRoles() {
		JsonNode set = this.api.post(SETS, body("Small Team", "org:viewer", "org:viewer", "org:admin"));
		assertThat(set.get("key").asString()).isEqualTo("role_set:small_team");
		assertThat(keys(set)).containsExactly("org:viewer", "org:admin");
		refuses(422, "form_param_value_invalid", body("X", "org:member", "org:viewer", "org:admin"));
		refuses(422, "organization_missing_creator_role_permissions", Map.of("name", "X", "default_role_key",
				"org:viewer", "creator_role_key", "org:viewer", "roles", List.of("org:viewer")));
		refuses(404, "resource_not_found", body("X", "org:king", "org:king", "org:admin"));
		refuses(422, "form_param_value_invalid", Map.of("name", "X", "default_role_key", "org:admin",
				"creator_role_key", "org:admin", "roles", List.of()));
		refuses(422, "form_param_format_invalid", Map.of("name", "X", "key", "team", "default_role_key", "org:admin",
				"creator_role_key", "org:admin", "roles", List.of("org:admin")));
	}

	@Test
	void onlyOneSetIsInitial() {
		this.api.post(SETS, body("Team", "org:viewer", "org:viewer", "org:admin"));
		this.api.patch(SETS + "/role_set:team", Map.of("type", "initial"));
		assertThat(this.api.get(SETS + "/role_set:default").get("type").asString()).isEqualTo("custom");
		String organization = organization("Acme", null);
		assertThat(this.api.get(organization).get("role_set_key").asString()).isEqualTo("role_set:team");
		this.api.fails(404, "resource_not_found", "POST", organization + "/memberships",
				Map.of("user_id", this.bob, "role", "org:member"));
		this.api.post(organization + "/memberships", Map.of("user_id", this.bob, "role", "org:viewer"));
	}

	@Test
	void updateReachesOrganizations() {
		String organization = organization("Acme", null);
		this.api.patch(SETS + "/role_set:default",
				Map.of("name", "Everybody", "key", "role_set:everybody", "default_role_key", "org:admin"));
		assertThat(this.api.get(organization).get("role_set_key").asString()).isEqualTo("role_set:everybody");
		assertThat(this.api.get(SETS + "/role_set:everybody").at("/default_role/key").asString())
			.isEqualTo("org:admin");
		this.api.fails(422, "form_param_value_invalid", "PATCH", SETS + "/role_set:everybody",
				Map.of("default_role_key", "org:viewer"));
	}

	@Test
	void organizationCannotGetSetWithoutItsRoles() {
		String organization = organization("Acme", null);
		this.api.post(organization + "/memberships", Map.of("user_id", this.bob, "role", "org:member"));
		this.api.post(SETS, body("Team", "org:viewer", "org:viewer", "org:admin"));
		this.api.fails(422, "organization_role_on_set_assigned_to_user", "PATCH", organization,
				Map.of("role_set_key", "role_set:team"));
		this.api.delete(organization + "/memberships/" + this.bob);
		assertThat(this.api.patch(organization, Map.of("role_set_key", "role_set:team")).get("role_set_key").asString())
			.isEqualTo("role_set:team");
		this.api.fails(404, "resource_not_found", "PATCH", organization, Map.of("role_set_key", "role_set:none"));
	}

	@Test
	void addsRolesAndReplacesThem() {
		String organization = organization("Acme", null);
		String set = SETS + "/role_set:default";
		JsonNode added = this.api.post(set + "/roles",
				Map.of("role_keys", List.of("org:viewer", "org:editor"), "default_role_key", "org:viewer"));
		assertThat(keys(added)).containsExactly("org:admin", "org:member", "org:viewer", "org:editor");
		this.api.post(organization + "/memberships", Map.of("user_id", this.bob, "role", "org:viewer"));
		assertThat(this.api.get(set).at("/roles/2/members_count").intValue()).isOne();
		JsonNode invitation = this.api.post(organization + "/invitations",
				Map.of("email_address", "x@example.com", "role", "org:viewer"));
		JsonNode replaced = this.api.post(set + "/roles/replace",
				Map.of("role_key", "org:viewer", "to_role_key", "org:editor"));
		assertThat(keys(replaced)).containsExactly("org:admin", "org:member", "org:editor");
		assertThat(replaced.at("/default_role/key").asString()).isEqualTo("org:editor");
		assertThat(role(organization, this.bob)).isEqualTo("org:editor");
		assertThat(this.api.get(organization + "/invitations/" + id(invitation)).get("role").asString())
			.isEqualTo("org:editor");
		this.api.fails(404, "resource_not_found", "POST", set + "/roles/replace",
				Map.of("role_key", "org:viewer", "to_role_key", "org:editor"));
		this.api.fails(422, "organization_role_set_reassignment_mappings_invalid", "POST", set + "/roles/replace",
				Map.of("role_key", "org:editor", "to_role_key", "org:viewer"));
		this.api.fails(422, "organization_missing_creator_role_permissions", "POST", set + "/roles/replace",
				Map.of("role_key", "org:admin", "to_role_key", "org:member"));
	}

	@Test
	void replacingSetMovesOrganizationsAndMembers() {
		this.api.post(SETS, body("Team", "org:viewer", "org:viewer", "org:admin"));
		String organization = organization("Acme", null);
		this.api.post(organization + "/memberships", Map.of("user_id", this.bob, "role", "org:member"));
		String replace = SETS + "/role_set:default/replace";
		this.api.fails(422, "organization_role_set_reassignment_mappings_missing", "POST", replace,
				Map.of("dest_role_set_key", "role_set:team"));
		this.api.fails(422, "organization_role_set_reassignment_mappings_invalid", "POST", replace, Map
			.of("dest_role_set_key", "role_set:team", "reassignment_mappings", Map.of("org:member", "org:editor")));
		assertThat(role(organization, this.bob)).isEqualTo("org:member");
		JsonNode deleted = this.api.post(replace, Map.of("dest_role_set_key", "role_set:team", "reassignment_mappings",
				Map.of("org:member", "org:viewer")));
		assertThat(deleted.get("deleted").booleanValue()).isTrue();
		assertThat(this.api.get(organization).get("role_set_key").asString()).isEqualTo("role_set:team");
		assertThat(role(organization, this.bob)).isEqualTo("org:viewer");
		assertThat(role(organization, this.ada)).isEqualTo("org:admin");
		assertThat(this.api.get(SETS).at("/data/0/type").asString()).isEqualTo("initial");
	}

	@Test
	void creatorsGetTheRoleOfTheSet() {
		JsonNode owner = this.api.post("/organization_roles",
				Map.of("name", "Owner", "key", "org:owner", "permissions",
						this.api.get("/organization_permissions?limit=50")
							.get("data")
							.valueStream()
							.map(RoleSetRoutesTests::id)
							.toList()));
		assertThat(owner.get("is_creator_eligible").booleanValue()).isTrue();
		this.api.post(SETS, Map.of("name", "Owned", "default_role_key", "org:viewer", "creator_role_key", "org:owner",
				"roles", List.of("org:viewer", "org:owner")));
		String organization = organization("Acme", "role_set:owned");
		assertThat(role(organization, this.ada)).isEqualTo("org:owner");
		this.api.fails(400, "organization_minimum_permissions_needed", "PATCH",
				organization + "/memberships/" + this.ada, Map.of("role", "org:viewer"));
	}

	@Test
	void settingsOfTheInstanceAreThoseOfTheInitialSet() {
		String settings = "/instance/organization_settings";
		this.api.post(SETS, body("Team", "org:viewer", "org:viewer", "org:admin"));
		this.api.patch(SETS + "/role_set:team", Map.of("type", "initial"));
		assertThat(this.api.get(settings).get("initial_role_set_key").asString()).isEqualTo("role_set:team");
		assertThat(this.api.get(settings).get("domains_default_role").asString()).isEqualTo("org:viewer");
		String admin = this.api.get("/organization_roles?query=org:admin").at("/data/0/id").asString();
		this.api.patch(settings, Map.of("domains_default_role_id", admin));
		assertThat(this.api.get(SETS + "/role_set:team").at("/default_role/key").asString()).isEqualTo("org:admin");
		String member = this.api.get("/organization_roles?query=org:member").at("/data/0/id").asString();
		this.api.fails(404, "resource_not_found", "PATCH", settings, Map.of("domains_default_role_id", member));
	}

	@Test
	void countsSetsAgainstTheQuota() {
		for (int i = 1; i < 10; i++) {
			this.api.post(SETS, body("Team", "org:viewer", "org:viewer", "org:admin"));
		}
		refuses(403, "organization_instance_role_sets_quota_exceeded",
				body("Team", "org:viewer", "org:viewer", "org:admin"));
	}

	private void refuses(int status, String code, Map<String, ?> body) {
		this.api.fails(status, code, "POST", SETS, body);
	}

	private String organization(String name, @Nullable String set) {
		Map<String, String> body = (set != null) ? Map.of("name", name, "created_by", this.ada, "role_set_key", set)
				: Map.of("name", name, "created_by", this.ada);
		return "/organizations/" + id(this.api.post("/organizations", body));
	}

	private String role(String organization, String user) {
		return this.api.get(organization + "/memberships?user_id=" + user).at("/data/0/role").asString();
	}

	private static Map<String, ?> body(String name, String defaultRole, String role, String creatorRole) {
		return Map.of("name", name, "default_role_key", defaultRole, "creator_role_key", creatorRole, "roles",
				List.of(role, creatorRole));
	}

	private static List<String> keys(JsonNode set) {
		return set.get("roles").valueStream().map((role) -> role.get("key").asString()).toList();
	}

	private static String id(JsonNode node) {
		return node.get("id").asString();
	}

}
