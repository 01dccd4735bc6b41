package io.github.clerkspring.emulator.roles;

import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of roles and permissions.
 */
class RoleRoutesTests {

	private static final String ROLES = "/organization_roles";

	private static final String PERMISSIONS = "/organization_permissions";

	private final ApiTester api = ApiTester.start();

	private final JsonNode read = permission("org:invoices:read");

	private final JsonNode role = this.api.post(ROLES, Map.of("name", "Accountant", "key", "org:accountant",
			"permissions", List.of(id(this.read)), "include_in_initial_role_set", true));

	private final String path = ROLES + "/" + id(this.role);

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void createsShowsAndSearchesPermissions() {
		assertThat(this.read.get("type").asString()).isEqualTo("user");
		assertThat(this.api.get(PERMISSIONS + "/" + id(this.read))).isEqualTo(this.read);
		assertThat(keys(PERMISSIONS + "?query=INVOICES")).containsExactly("org:invoices:read");
		assertThat(keys(PERMISSIONS + "?query=" + id(this.read))).containsExactly("org:invoices:read");
		assertThat(keys(PERMISSIONS + "?order_by=key&limit=2")).containsExactly("org:invoices:read",
				"org:sys_billing:manage");
		assertThat(keys(PERMISSIONS + "?limit=1")).containsExactly("org:invoices:read");
	}

	@Test
	void refusesPermissionKeysThatAreReservedTakenOrMalformed() {
		for (String key : List.of("org:sys_x:read", "org:invoices", "invoices:read", "org:Invoices:read")) {
			this.api.fails(422, "form_param_format_invalid", "POST", PERMISSIONS, Map.of("name", "X", "key", key));
		}
		this.api.fails(422, "form_identifier_exists", "POST", PERMISSIONS,
				Map.of("name", "X", "key", "org:invoices:read"));
	}

	@Test
	void leavesPermissionsOfTheSystemAlone() {
		String system = PERMISSIONS + "/" + systemPermission("org:sys_billing:read");
		this.api.fails(403, "organization_system_permission_not_modifiable", "DELETE", system, null);
		this.api.fails(403, "organization_system_permission_not_modifiable", "PATCH", system, Map.of("name", "X"));
	}

	@Test
	void changesOfPermissionsReachRoles() {
		String permission = PERMISSIONS + "/" + id(this.read);
		this.api.patch(permission, Map.of("key", "org:bills:read", "description", "Reads bills"));
		assertThat(this.api.get(this.path).at("/permissions/0/key").asString()).isEqualTo("org:bills:read");
		assertThat(this.api.delete(permission).get("deleted").booleanValue()).isTrue();
		assertThat(this.api.get(this.path).get("permissions")).isEmpty();
		this.api.fails(404, "resource_not_found", "GET", permission, null);
	}

	@Test
	void nextTokenHasWhatTheRoleAllows() throws Exception {
		String organizationId = member("org:accountant");
		String user = this.api.get("/organizations/" + organizationId + "/memberships")
			.at("/data/0/public_user_data/user_id")
			.asString();
		assertThat(permissions(user, organizationId)).isEqualTo("read");
		JsonNode create = permission("org:invoices:create");
		this.api.post(this.path + "/permissions/" + id(create), null);
		assertThat(permissions(user, organizationId)).isEqualTo("read,create");
		this.api.delete(this.path + "/permissions/" + id(this.read));
		assertThat(permissions(user, organizationId)).isEqualTo("create");
		this.api.patch(this.path, Map.of("key", "org:bookkeeper", "permissions", List.of()));
		assertThat(permissions(user, organizationId)).isNull();
		assertThat(this.api.get("/organizations/" + organizationId + "/memberships").at("/data/0/role").asString())
			.isEqualTo("org:bookkeeper");
	}

	@Test
	void refusesToAssignTwiceAndToRemoveWhatIsNotThere() {
		this.api.fails(409, "organization_role_permission_association_exists", "POST",
				this.path + "/permissions/" + id(this.read), null);
		this.api.fails(404, "organization_role_permission_association_not_found", "DELETE",
				this.path + "/permissions/" + systemPermission("org:sys_billing:read"), null);
	}

	@Test
	void searchesAndUpdatesRoles() {
		assertThat(keys(ROLES)).containsExactly("org:accountant", "org:member", "org:admin");
		assertThat(keys(ROLES + "?query=mem")).containsExactly("org:member");
		JsonNode updated = this.api.patch(this.path, Map.of("name", "Bookkeeper", "description", "Keeps books"));
		assertThat(updated.get("key").asString()).isEqualTo("org:accountant");
		assertThat(updated.get("permissions")).hasSize(1);
		this.api.fails(422, "form_identifier_exists", "PATCH", this.path, Map.of("key", "org:admin"));
		this.api.fails(422, "form_param_format_invalid", "POST", ROLES, Map.of("name", "X", "key", "king"));
		this.api.fails(404, "resource_not_found", "POST", ROLES,
				Map.of("name", "X", "key", "org:x", "permissions", List.of("perm_none")));
	}

	@Test
	void onlyRolesThatCanManageAreForCreators() {
		assertThat(this.role.get("is_creator_eligible").booleanValue()).isFalse();
		JsonNode admin = this.api.get(ROLES + "?query=org:admin").at("/data/0");
		assertThat(admin.get("is_creator_eligible").booleanValue()).isTrue();
		this.api.fails(422, "organization_missing_creator_role_permissions", "DELETE",
				ROLES + "/" + id(admin) + "/permissions/" + systemPermission("org:sys_profile:delete"), null);
	}

	@Test
	void deletesOnlyRolesWithoutMembers() {
		String admin = ROLES + "/" + id(this.api.get(ROLES + "?query=org:admin").at("/data/0"));
		String member = ROLES + "/" + id(this.api.get(ROLES + "?query=org:member").at("/data/0"));
		this.api.fails(422, "organization_role_default_creator_role", "DELETE", admin, null);
		this.api.fails(422, "organization_role_domain_default_role", "DELETE", member, null);
		String organization = "/organizations/" + member("org:accountant");
		this.api.fails(422, "organization_role_assigned_members", "DELETE", this.path, null);
		this.api.delete(organization + "/memberships/" + this.api.get("/users").at("/0/id").asString());
		JsonNode invitation = this.api.post(organization + "/invitations",
				Map.of("email_address", "x@example.com", "role", "org:accountant"));
		this.api.fails(422, "organization_role_exists_in_invitations", "DELETE", this.path, null);
		this.api.post(organization + "/invitations/" + id(invitation) + "/revoke", Map.of());
		this.api.delete(this.path);
		assertThat(this.api.get("/role_sets/role_set:default").get("roles")).hasSize(2);
	}

	@Test
	void countsRolesAgainstTheQuota() {
		for (int i = 1; i < 10; i++) {
			this.api.post(ROLES, Map.of("name", "Role", "key", "org:role_" + i));
		}
		this.api.fails(403, "organization_instance_roles_quota_exceeded", "POST", ROLES,
				Map.of("name", "Role", "key", "org:one_more"));
	}

	private String member(String role) {
		String user = this.api.emulator().users().create("ada@example.com");
		String organization = this.api.emulator().organizations().create("Acme");
		this.api.emulator().organizations().addMember(organization, user, role);
		return organization;
	}

	private Object permissions(String user, String organization) throws Exception {
		SignedJWT token = SignedJWT.parse(this.api.emulator().sessionToken(user).organization(organization).mint());
		return token.getJWTClaimsSet().getJSONObjectClaim("o").get("per");
	}

	private JsonNode permission(String key) {
		return this.api.post(PERMISSIONS, Map.of("name", key, "key", key));
	}

	private String systemPermission(String key) {
		return id(this.api.get(PERMISSIONS + "?query=" + key).at("/data/0"));
	}

	private List<String> keys(String list) {
		return this.api.get(list).get("data").valueStream().map((node) -> node.get("key").asString()).toList();
	}

	private static String id(JsonNode node) {
		return node.get("id").asString();
	}

}
