package io.github.clerkspring.emulator.routes;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;

/**
 * Shows organizations, memberships and invitations.
 */
final class OrganizationView {

	private final Emulation emulation;

	private final UserView users;

	private final Roles roles;

	OrganizationView(Emulation emulation, UserView users, Roles roles) {
		this.emulation = emulation;
		this.users = users;
		this.roles = roles;
	}

	ObjectNode organization(Resource organization) {
		ObjectNode node = organization.toJson();
		node.put("image_url", this.emulation.imageUrl(organization));
		String creator = organization.text("created_by");
		if (creator != null) {
			node.put("created_by", creator);
		}
		Long active = organization.number("last_active_at");
		if (active != null) {
			node.put("last_active_at", active);
		}
		return node;
	}

	int members(Resource organization) {
		return this.emulation.table(OrganizationShapes.MEMBERSHIP).count("organization_id", organization.id());
	}

	ObjectNode membership(Resource membership) {
		ObjectNode node = membership.toJson();
		node.put("role_name", this.roles.name(membership.text("role")));
		node.set("permissions", Json.array(this.roles.permissions(membership.text("role"))));
		node.set("organization", organization(owner(membership)));
		node.set("public_user_data", this.users.publicData(user(membership)));
		return node;
	}

	ObjectNode invitation(Resource invitation) {
		ObjectNode node = invitation.toJson();
		node.put("status", status(invitation));
		node.put("role_name", this.roles.name(invitation.text("role")));
		node.set("public_inviter_data", Json.of(inviter(invitation)));
		return node;
	}

	ObjectNode invitationWithOrganization(Resource invitation) {
		ObjectNode node = invitation(invitation);
		return node.set("public_organization_data", publicData(owner(invitation)));
	}

	ObjectNode domain(Resource domain) {
		ObjectNode node = domain.toJson();
		return node.set("public_organization_data", publicData(owner(domain)));
	}

	/**
	 * The status of an invitation, in which a pending one expires.
	 * @param invitation the invitation
	 * @return the status
	 */
	String status(Resource invitation) {
		return this.emulation.waitingStatus(invitation);
	}

	Resource user(Resource membership) {
		return this.emulation.find(UserShapes.USER, membership.required("user_id"));
	}

	Resource owner(Resource part) {
		return this.emulation.find(OrganizationShapes.ORGANIZATION, part.required("organization_id"));
	}

	private ObjectNode publicData(Resource organization) {
		ObjectNode node = Json.object().put("id", organization.id());
		node.put("name", organization.text("name")).put("slug", organization.text("slug"));
		node.put("image_url", this.emulation.imageUrl(organization));
		return node.put("has_image", organization.flag("has_image"));
	}

	/**
	 * What the invited read about who invites them.
	 * @param invitation the invitation
	 * @return the name, else what the user signs in with, else that of the organization
	 */
	String inviterName(Resource invitation) {
		Resource user = inviterOf(invitation);
		if (user == null) {
			return owner(invitation).required("name");
		}
		String name = this.users.fullName(user);
		return (name.isEmpty()) ? this.users.identifier(user) : name;
	}

	private @Nullable Resource inviterOf(Resource invitation) {
		String id = invitation.text("inviter_id");
		return (id != null) ? this.emulation.table(UserShapes.USER).find(id) : null;
	}

	private @Nullable ObjectNode inviter(Resource invitation) {
		Resource user = inviterOf(invitation);
		if (user == null) {
			return null;
		}
		ObjectNode node = this.users.publicData(user);
		node.remove(java.util.List.of("profile_image_url", "username", "banned"));
		return node;
	}

}
