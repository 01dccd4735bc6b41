package io.github.clerkspring.emulator.routes;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * The rules of memberships.
 */
final class Memberships {

	private final Emulation emulation;

	private final OrganizationView view;

	private final Roles roles;

	Memberships(Emulation emulation, OrganizationView view, Roles roles) {
		this.emulation = emulation;
		this.view = view;
		this.roles = roles;
		emulation.table(UserShapes.USER).beforeRemove((user) -> removeAll("user_id", user));
		emulation.table(OrganizationShapes.ORGANIZATION)
			.beforeRemove((organization) -> removeAll("organization_id", organization));
	}

	Resource add(@Nullable ApiCall call, Resource organization, Resource user, String role, Consumer<Draft> values) {
		if (find(organization.id(), user.id()) != null) {
			throw ApiException.badRequest("already_a_member_in_organization",
					"User " + user.id() + " is already a member of the organization.");
		}
		requireSeat(organization);
		Consumer<Draft> all = (draft) -> {
			draft.set("user_id", user.id()).set("organization_id", organization.id()).set("role", role);
			values.accept(draft);
		};
		Resource membership = (call != null) ? this.emulation.create(call, OrganizationShapes.MEMBERSHIP, all)
				: this.emulation.create(OrganizationShapes.MEMBERSHIP, all);
		publish("created", membership);
		return membership;
	}

	void remove(Resource membership) {
		ObjectNode shown = this.view.membership(membership);
		table().remove(membership);
		this.emulation.events().publish("organizationMembership.deleted", shown);
	}

	private void removeAll(String property, Resource owner) {
		table().by(property, owner.id()).forEach(this::remove);
	}

	@Nullable Resource find(String organizationId, String userId) {
		return table().by("user_id", userId)
			.stream()
			.filter((membership) -> organizationId.equals(membership.text("organization_id")))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Gives a member another role.
	 * @param membership the membership
	 * @param role the key of the role
	 * @return the membership as it is shown
	 */
	ObjectNode changeRole(Resource membership, String role) {
		table().update(membership, (draft) -> draft.set("role", role));
		return publish("updated", membership);
	}

	/**
	 * Checks that an organization can still be managed after a change.
	 * @param membership the membership that changes
	 * @param newRole the key of its next role, or null if it ends
	 */
	void requireElevated(Resource membership, @Nullable String newRole) {
		boolean last = this.roles.isElevated(membership.text("role")) && !this.roles.isElevated(newRole)
				&& !hasElevated(membership.required("organization_id"), membership);
		if (last) {
			throw ApiException.badRequest("organization_minimum_permissions_needed",
					"There has to be at least one member with the minimum required permissions.");
		}
	}

	/**
	 * Whether somebody can manage an organization.
	 * @param organizationId the id of the organization
	 * @param except a membership that does not count, or null
	 * @return true if there is such a member
	 */
	boolean hasElevated(String organizationId, @Nullable Resource except) {
		return table().by("organization_id", organizationId)
			.stream()
			.anyMatch((other) -> other != except && this.roles.isElevated(other.text("role")));
	}

	ObjectNode publish(String what, Resource membership) {
		ObjectNode shown = this.view.membership(membership);
		this.emulation.events().publish("organizationMembership." + what, shown);
		return shown;
	}

	void requireSeat(Resource organization) {
		Long maximum = organization.number("max_allowed_memberships");
		if (maximum != null && maximum > 0 && this.view.members(organization) >= maximum) {
			throw ApiException.forbidden("organization_membership_quota_exceeded",
					"You have reached your limit of " + maximum + " organization memberships.");
		}
	}

	Table table() {
		return this.emulation.table(OrganizationShapes.MEMBERSHIP);
	}

}
