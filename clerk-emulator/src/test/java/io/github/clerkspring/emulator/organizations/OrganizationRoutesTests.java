package io.github.clerkspring.emulator.organizations;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the routes of organizations, memberships, invitations and domains.
 */
class OrganizationRoutesTests {

	private final ApiTester api = ApiTester.start();

	private final String ada = this.api.emulator().users().create("ada@example.com");

	private final String bob = this.api.emulator().users().create("bob@example.com");

	private final JsonNode created = this.api.post("/organizations",
			Map.of("name", "Acme Inc.", "created_by", this.ada));

	private final String acme = "/organizations/" + this.created.get("id").asString();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void createsWithSlugAndMakesCreatorAdmin() {
		assertThat(this.created.get("slug").asString()).isEqualTo("acme-inc");
		JsonNode members = this.api.get(this.acme + "/memberships");
		assertThat(members.at("/data/0/role").asString()).isEqualTo("org:admin");
		assertThat(members.at("/data/0/public_user_data/identifier").asString()).isEqualTo("ada@example.com");
		this.api.fails(422, "form_identifier_exists", "POST", "/organizations",
				Map.of("name", "Other", "slug", "acme-inc"));
		this.api.fails(400, "organization_creator_not_found", "POST", "/organizations",
				Map.of("name", "Other", "created_by", "user_nobody"));
	}

	@Test
	void listsShowsChangesAndDeletes() {
		JsonNode list = this.api.get("/organizations?include_members_count=true&query=acm&user_id=" + this.ada);
		assertThat(list.at("/data/0/members_count").intValue()).isOne();
		this.api.get(this.acme + "?include_members_count=true&include_missing_member_with_elevated_permissions=true");
		this.api.get("/organizations/acme-inc");
		this.api.patch(this.acme, Map.of("name", "Acme", "max_allowed_memberships", 2));
		this.api.fails(422, "form_param_unknown", "PATCH", this.acme, Map.of("public_metadata", Map.of()));
		this.api.patch(this.acme + "/metadata", Map.of("public_metadata", Map.of("a", 1)));
		this.api.patch(this.acme + "/metadata", Map.of("public_metadata", Map.of("b", 2)));
		assertThat(this.api.get(this.acme).get("public_metadata")).hasToString("{\"a\":1,\"b\":2}");
		this.api.put(this.acme + "/metadata", Map.of("private_metadata", Map.of("c", 3)));
		this.api.upload("PUT", this.acme + "/logo");
		this.api.delete(this.acme + "/logo");
		this.api.delete(this.acme);
		this.api.fails(404, "resource_not_found", "GET", this.acme, null);
		assertThat(this.api.get("/organization_memberships").get("total_count").intValue()).isZero();
	}

	@Test
	void addsChangesAndRemovesMembers() {
		this.api.post(this.acme + "/memberships", Map.of("user_id", this.bob, "role", "org:member"));
		this.api.fails(400, "already_a_member_in_organization", "POST", this.acme + "/memberships",
				Map.of("user_id", this.bob, "role", "org:member"));
		this.api.fails(404, "resource_not_found", "POST", this.acme + "/memberships",
				Map.of("user_id", this.bob, "role", "org:king"));
		String member = this.acme + "/memberships/" + this.bob;
		this.api.patch(member, Map.of("role", "org:admin"));
		this.api.patch(member + "/metadata", Map.of("public_metadata", Map.of("a", 1)));
		assertThat(this.api.get(this.acme + "/memberships?role=org:admin").get("total_count").intValue()).isEqualTo(2);
		assertThat(this.api.get(this.acme + "/memberships?email_address=bob@example.com&order_by=first_name")
			.get("total_count")
			.intValue()).isOne();
		assertThat(this.api.get("/users/" + this.bob + "/organization_memberships").get("total_count").intValue())
			.isOne();
		this.api.delete(member);
		this.api.fails(400, "organization_minimum_permissions_needed", "DELETE", this.acme + "/memberships/" + this.ada,
				null);
	}

	@Test
	void refusesMembersBeyondTheQuota() {
		this.api.patch(this.acme, Map.of("max_allowed_memberships", 1));
		this.api.fails(403, "organization_membership_quota_exceeded", "POST", this.acme + "/memberships",
				Map.of("user_id", this.bob, "role", "org:member"));
	}

	@Test
	void invitesExpiresAndRevokes() {
		String invitations = this.acme + "/invitations";
		JsonNode first = this.api.post(invitations, Map.of("email_address", "x@example.com", "role", "org:member",
				"inviter_user_id", this.ada, "expires_in_days", 1));
		this.api.fails(400, "organization_invitation_not_unique", "POST", invitations,
				Map.of("email_address", "X@example.com", "role", "org:member"));
		this.api.post(invitations + "/bulk", List.of(Map.of("email_address", "y@example.com", "role", "org:member"),
				Map.of("email_address", "bob@example.com", "role", "org:member")));
		assertThat(this.api.get(invitations + "/pending").get("total_count").intValue()).isEqualTo(3);
		assertThat(this.api.get("/users/" + this.bob + "/organization_invitations").get("total_count").intValue())
			.isOne();
		assertThat(this.api.get("/organization_invitations?query=y@&order_by=-email_address")
			.get("total_count")
			.intValue()).isOne();
		this.api.emulator().clock().advance(Duration.ofDays(2));
		String one = invitations + "/" + first.get("id").asString();
		assertThat(this.api.get(one).get("status").asString()).isEqualTo("expired");
		this.api.fails(400, "organization_invitation_not_pending", "POST", one + "/revoke", Map.of());
		String other = this.api.get(invitations + "?status=pending").at("/data/0/id").asString();
		assertThat(this.api.post(invitations + "/" + other + "/revoke", Map.of("requesting_user_id", this.ada))
			.get("status")
			.asString()).isEqualTo("revoked");
	}

	@Test
	void keepsDomains() {
		String domains = this.acme + "/domains";
		JsonNode domain = this.api.post(domains,
				Map.of("name", "Acme.com", "enrollment_mode", "automatic_invitation", "verified", false));
		this.api.fails(422, "organization_domain_already_exists", "POST", domains,
				Map.of("name", "acme.com", "enrollment_mode", "manual_invitation"));
		this.api.fails(422, "organization_domain_common", "POST", domains,
				Map.of("name", "gmail.com", "enrollment_mode", "manual_invitation"));
		String one = domains + "/" + domain.get("id").asString();
		this.api.patch(one, Map.of("enrollment_mode", "automatic_suggestion"));
		this.api.post(one + "/verify_ownership", null);
		assertThat(this.api.get(domains + "?verified=true").get("total_count").intValue()).isOne();
		assertThat(this.api.get("/organization_domains?enrollment_mode=-automatic_suggestion")
			.get("total_count")
			.intValue()).isZero();
		this.api.delete(one);
	}

	@Test
	void refusesNegativeMembershipLimitAndFilesThatAreNoImages() {
		Map<String, Object> negative = Map.of("name", "Other", "max_allowed_memberships", -1);
		this.api.fails(422, "form_param_value_invalid", "POST", "/organizations", negative);
		this.api.fails(422, "form_param_value_invalid", "PATCH", this.acme, negative);
		this.api.refusesUpload(400, "image_type_not_supported", "PUT", this.acme + "/logo", "<svg></svg>");
		this.api.refusesUpload(413, "image_too_large", "PUT", this.acme + "/logo", "GIF89a".repeat(2_000_000));
		assertThat(this.api.get(this.acme).get("has_image").booleanValue()).isFalse();
	}

}
