package io.github.clerkspring.emulator.organizations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.clerkspring.emulator.roles.RoleSets;
import io.github.clerkspring.emulator.roles.RoleUse;
import io.github.clerkspring.emulator.roles.Roles;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The roles that members and pending invitations of organizations have.
 */
final class OrganizationRoles implements RoleUse {

	@Override
	public void move(Transaction tx, Resource source, Resource destination, Map<String, String> mappings) {
		mappings.values().forEach((key) -> RoleSets.requireContained(tx, destination, key));
		List<Resource> organizations = organizations(tx, source);
		Set<String> missing = new LinkedHashSet<>();
		organizations.forEach((organization) -> missing.addAll(held(tx, organization)));
		missing.removeIf((key) -> mappings.containsKey(key) || RoleSets.contains(destination, Roles.require(tx, key)));
		if (!missing.isEmpty()) {
			throw new ApiException(422, "organization_role_set_reassignment_mappings_missing",
					"reassignment mappings missing",
					"Say in reassignment_mappings what replaces " + String.join(", ", missing),
					Map.of("role_keys", List.copyOf(missing)));
		}
		Table table = tx.table(OrganizationShapes.ORGANIZATION);
		organizations.forEach((organization) -> {
			tx.update(organization, (draft) -> draft.set("role_set_key", destination.text("key")));
			tx.publish("organization.updated", OrganizationView.organization(tx, organization));
			reassign(tx, organization, mappings);
		});
	}

	@Override
	public void replace(Transaction tx, Resource set, String key, String replacement) {
		organizations(tx, set).forEach((organization) -> reassign(tx, organization, Map.of(key, replacement)));
	}

	private static void reassign(Transaction tx, Resource organization, Map<String, String> mappings) {
		tx.part(GroupRoles.class).reassign(tx, organization, mappings);
		Memberships.table(tx).by("organization_id", organization.id()).forEach((membership) -> {
			String role = mappings.get(membership.required("role"));
			if (role != null) {
				Memberships.changeRole(tx, membership, role);
			}
		});
		pending(tx, organization).forEach((invitation) -> {
			String role = mappings.get(invitation.required("role"));
			if (role != null) {
				tx.update(invitation, (draft) -> draft.set("role", role));
			}
		});
	}

	@Override
	public int members(Transaction tx, String setKey, String roleKey) {
		Table organizations = tx.table(OrganizationShapes.ORGANIZATION);
		return Selection.of(tx.table(OrganizationShapes.MEMBERSHIP))
			.in("role", List.of(roleKey))
			.where((membership) -> {
				Resource organization = organizations.find(membership.required("organization_id"));
				return organization != null && setKey.equals(organization.text("role_set_key"));
			})
			.count();
	}

	@Override
	public boolean hasMembers(Transaction tx, String roleKey) {
		return tx.table(OrganizationShapes.MEMBERSHIP).count("role", roleKey) > 0;
	}

	@Override
	public boolean hasInvitations(Transaction tx, String roleKey) {
		return tx.table(OrganizationShapes.INVITATION)
			.by("role", roleKey)
			.stream()
			.anyMatch((invitation) -> isPending(tx, invitation));
	}

	@Override
	public void renameRole(Transaction tx, String before, String key) {
		for (Shape holders : List.of(OrganizationShapes.MEMBERSHIP, OrganizationShapes.INVITATION)) {
			tx.table(holders)
				.by("role", before)
				.forEach((holder) -> tx.update(holder, (draft) -> draft.set("role", key)));
		}
	}

	@Override
	public void renameSet(Transaction tx, String before, String key) {
		tx.table(OrganizationShapes.ORGANIZATION)
			.by("role_set_key", before)
			.forEach((organization) -> tx.update(organization, (draft) -> draft.set("role_set_key", key)));
	}

	/**
	 * Checks that all roles in use in an organization are in a set.
	 * @param tx the transaction
	 * @param organization the organization
	 * @param set the set that it shall get
	 */
	static void requireFit(Transaction tx, Resource organization, Resource set) {
		held(tx, organization).stream()
			.filter((key) -> !RoleSets.contains(set, Roles.require(tx, key)))
			.findFirst()
			.ifPresent((key) -> {
				throw new ApiException(422, "organization_role_on_set_assigned_to_user", "role is assigned to users",
						"Members or invitations have the role " + key + ", which is not in the role set "
								+ set.text("key"),
						Map.of("role_key", key));
			});
	}

	/**
	 * The roles that members and pending invitations of an organization have.
	 * @param tx the transaction
	 * @param organization the organization
	 * @return the keys
	 */
	private static Set<String> held(Transaction tx, Resource organization) {
		Set<String> keys = new LinkedHashSet<>();
		tx.table(OrganizationShapes.MEMBERSHIP)
			.by("organization_id", organization.id())
			.forEach((membership) -> keys.add(membership.required("role")));
		pending(tx, organization).forEach((invitation) -> keys.add(invitation.required("role")));
		return keys;
	}

	private static List<Resource> pending(Transaction tx, Resource organization) {
		return tx.table(OrganizationShapes.INVITATION)
			.by("organization_id", organization.id())
			.stream()
			.filter((each) -> isPending(tx, each))
			.toList();
	}

	private static boolean isPending(Transaction tx, Resource invitation) {
		return OrganizationView.status(tx, invitation).equals("pending");
	}

	private static List<Resource> organizations(Transaction tx, Resource set) {
		return tx.table(OrganizationShapes.ORGANIZATION).by("role_set_key", set.required("key"));
	}

}
