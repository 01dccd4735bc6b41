package io.github.clerkspring.emulator.organizations;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.roles.Roles;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserMemberships;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * The rules of memberships.
 */
public final class Memberships {

	private Memberships() {
	}

	static void relate(Relations relations) {
		relations.provide(UserMemberships.class,
				(tx, organizationIds) -> organizationIds.stream()
					.flatMap((id) -> table(tx).by("organization_id", id).stream())
					.map((membership) -> membership.required("user_id"))
					.toList());
		relations.beforeRemove(UserShapes.USER, (tx, user) -> removeAll(tx, "user_id", user));
		relations.beforeRemove(OrganizationShapes.ORGANIZATION,
				(tx, organization) -> removeAll(tx, "organization_id", organization));
	}

	static Resource add(Transaction tx, @Nullable ApiCall call, Resource organization, Resource user, String role,
			Consumer<Draft> values) {
		if (find(tx, organization.id(), user.id()) != null) {
			throw ApiException.badRequest("already_a_member_in_organization",
					"User " + user.id() + " is already a member of the organization.");
		}
		requireSeat(tx, organization);
		Consumer<Draft> all = (draft) -> {
			draft.set("user_id", user.id()).set("organization_id", organization.id()).set("role", role);
			values.accept(draft);
		};
		Resource membership = (call != null) ? call.create(tx, OrganizationShapes.MEMBERSHIP, all)
				: tx.create(OrganizationShapes.MEMBERSHIP, all);
		publish(tx, "created", membership);
		return membership;
	}

	static void remove(Transaction tx, Resource membership) {
		ObjectNode shown = OrganizationView.membership(tx, membership);
		tx.remove(membership);
		tx.publish("organizationMembership.deleted", shown);
	}

	private static void removeAll(Transaction tx, String property, Resource owner) {
		table(tx).by(property, owner.id()).forEach((each) -> remove(tx, each));
	}

	public static @Nullable Resource find(Transaction tx, String organizationId, String userId) {
		return Selection.of(table(tx))
			.in("user_id", List.of(userId))
			.in("organization_id", List.of(organizationId))
			.first();
	}

	/**
	 * Changes the role of a member.
	 * @param tx the transaction
	 * @param membership the membership
	 * @param role the key of the role
	 * @return the representation of the membership
	 */
	static ObjectNode changeRole(Transaction tx, Resource membership, String role) {
		tx.update(membership, (draft) -> draft.set("role", role));
		return publish(tx, "updated", membership);
	}

	/**
	 * Checks that an organization can still be managed after a change.
	 * @param tx the transaction
	 * @param membership the membership that changes
	 * @param newRole the key of its next role, or null if it ends
	 */
	static void requireElevated(Transaction tx, Resource membership, @Nullable String newRole) {
		boolean last = Roles.isElevated(tx, membership.text("role")) && !Roles.isElevated(tx, newRole)
				&& !hasElevated(tx, membership.required("organization_id"), membership);
		if (last) {
			throw ApiException.badRequest("organization_minimum_permissions_needed",
					"There has to be at least one member with the minimum required permissions.");
		}
	}

	/**
	 * Whether a member can manage an organization.
	 * @param tx the transaction
	 * @param organizationId the id of the organization
	 * @param except a membership to ignore, or null
	 * @return true if such a member exists
	 */
	static boolean hasElevated(Transaction tx, String organizationId, @Nullable Resource except) {
		Selection others = Selection.of(table(tx)).in("organization_id", List.of(organizationId));
		return others.where((other) -> other != except && Roles.isElevated(tx, other.text("role"))).first() != null;
	}

	static ObjectNode publish(Transaction tx, String what, Resource membership) {
		ObjectNode shown = OrganizationView.membership(tx, membership);
		tx.publish("organizationMembership." + what, shown);
		return shown;
	}

	public static void requireSeat(Transaction tx, Resource organization) {
		Long maximum = organization.number("max_allowed_memberships");
		if (maximum != null && maximum > 0 && OrganizationView.members(tx, organization) >= maximum) {
			throw ApiException.forbidden("organization_membership_quota_exceeded",
					"You have reached your limit of " + maximum + " organization memberships.");
		}
	}

	static Table table(Transaction tx) {
		return tx.table(OrganizationShapes.MEMBERSHIP);
	}

}
