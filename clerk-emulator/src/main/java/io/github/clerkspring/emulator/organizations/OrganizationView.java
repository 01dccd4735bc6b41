package io.github.clerkspring.emulator.organizations;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.Images;
import io.github.clerkspring.emulator.roles.Roles;
import io.github.clerkspring.emulator.store.Expiry;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;
import io.github.clerkspring.emulator.users.UserView;

/**
 * Shows organizations, memberships and invitations.
 */
public final class OrganizationView {

	private OrganizationView() {
	}

	public static ObjectNode organization(Transaction tx, Resource organization) {
		ObjectNode node = organization.toJson();
		node.put("image_url", Images.url(organization));
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

	static int members(Transaction tx, Resource organization) {
		return tx.table(OrganizationShapes.MEMBERSHIP).count("organization_id", organization.id());
	}

	static ObjectNode membership(Transaction tx, Resource membership) {
		ObjectNode node = membership.toJson();
		node.put("role_name", Roles.name(tx, membership.text("role")));
		node.set("permissions", Json.array(Roles.permissions(tx, membership.text("role"))));
		node.set("organization", organization(tx, owner(tx, membership)));
		node.set("public_user_data", UserView.publicData(tx, user(tx, membership)));
		return node;
	}

	static ObjectNode invitation(Transaction tx, Resource invitation) {
		ObjectNode node = invitation.toJson();
		node.put("status", status(tx, invitation));
		node.put("role_name", Roles.name(tx, invitation.text("role")));
		node.set("public_inviter_data", Json.of(inviter(tx, invitation)));
		return node;
	}

	static ObjectNode invitationWithOrganization(Transaction tx, Resource invitation) {
		ObjectNode node = invitation(tx, invitation);
		return node.set("public_organization_data", publicData(tx, owner(tx, invitation)));
	}

	static ObjectNode domain(Transaction tx, Resource domain) {
		ObjectNode node = domain.toJson();
		return node.set("public_organization_data", publicData(tx, owner(tx, domain)));
	}

	/**
	 * The status of an invitation, in which a pending one expires.
	 * @param tx the transaction
	 * @param invitation the invitation
	 * @return the status
	 */
	static String status(Transaction tx, Resource invitation) {
		return Expiry.status(tx, invitation);
	}

	static Resource user(Transaction tx, Resource membership) {
		return tx.find(UserShapes.USER, membership.required("user_id"));
	}

	public static Resource owner(Transaction tx, Resource part) {
		return tx.find(OrganizationShapes.ORGANIZATION, part.required("organization_id"));
	}

	private static ObjectNode publicData(Transaction tx, Resource organization) {
		ObjectNode node = Json.object().put("id", organization.id());
		node.put("name", organization.text("name")).put("slug", organization.text("slug"));
		node.put("image_url", Images.url(organization));
		return node.put("has_image", organization.flag("has_image"));
	}

	/**
	 * Returns the displayed name of the inviter.
	 * @param tx the transaction
	 * @param invitation the invitation
	 * @return the name of the user, else the identifier, else the name of the
	 * organization
	 */
	static String inviterName(Transaction tx, Resource invitation) {
		Resource user = inviterOf(tx, invitation);
		if (user == null) {
			return owner(tx, invitation).required("name");
		}
		String name = UserView.fullName(user);
		return (name.isEmpty()) ? UserView.identifier(tx, user) : name;
	}

	private static @Nullable Resource inviterOf(Transaction tx, Resource invitation) {
		String id = invitation.text("inviter_id");
		return (id != null) ? tx.table(UserShapes.USER).find(id) : null;
	}

	private static @Nullable ObjectNode inviter(Transaction tx, Resource invitation) {
		Resource user = inviterOf(tx, invitation);
		if (user == null) {
			return null;
		}
		ObjectNode node = UserView.publicData(tx, user);
		node.remove(java.util.List.of("profile_image_url", "username", "banned"));
		return node;
	}

}
