package io.github.clerkspring.emulator.organizations;

import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Shape;

/**
 * Organizations and their dependent resources.
 */
public final class OrganizationShapes {

	public static final Shape ORGANIZATION = Shape.of("organization", "org")
		.nullable("name", "slug")
		.with("has_image", false)
		.with("max_allowed_memberships", 5)
		.with("admin_delete_enabled", true)
		.with("public_metadata", Json.object())
		.with("private_metadata", Json.object())
		.nullable("role_set_key")
		.hidden("created_by", "last_active_at")
		.indexed("slug", "role_set_key")
		.build();

	public static final Shape MEMBERSHIP = Shape.of("organization_membership", "orgmem")
		.nullable("role")
		.with("public_metadata", Json.object())
		.with("private_metadata", Json.object())
		.hidden("user_id", "organization_id")
		.indexed("user_id", "organization_id", "role")
		.build();

	public static final Shape INVITATION = Shape.of("organization_invitation", "orginv")
		.nullable("email_address", "role", "organization_id", "inviter_id")
		.with("status", "pending")
		.with("public_metadata", Json.object())
		.with("private_metadata", Json.object())
		.nullable("url", "expires_at")
		.indexed("organization_id", "email_address", "role")
		.build();

	public static final Shape DOMAIN = Shape.of("organization_domain", "orgdmn")
		.nullable("organization_id", "name")
		.with("enrollment_mode", "manual_invitation")
		.nullable("affiliation_email_address", "affiliation_verification", "ownership_verification", "verification")
		.with("total_pending_invitations", 0)
		.with("total_pending_suggestions", 0)
		.indexed("organization_id", "name")
		.build();

	private OrganizationShapes() {
	}

}
