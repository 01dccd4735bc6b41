package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;
import io.github.clerkspring.emulator.engine.Transaction;

/**
 * Gives members, invited people and groups other roles when theirs goes away. Clerk does
 * this in the background; here it is done before the answer.
 */
final class RoleReassignment {

	private RoleReassignment() {
	}

	/**
	 * Moves all organizations from one set to another.
	 * @param tx the transaction
	 * @param source the set they have
	 * @param destination the set they get
	 * @param mappings the keys of roles and of those that replace them
	 * @throws ApiException if a role in use would be in no set, before anything is moved
	 */
	static void move(Transaction tx, Resource source, Resource destination, Map<String, String> mappings) {
		mappings.values().forEach((key) -> requireContained(tx, destination, key));
		List<Resource> organizations = RoleSets.organizations(tx, source);
		Set<String> missing = new LinkedHashSet<>();
		organizations.forEach((organization) -> missing.addAll(RoleSets.held(tx, organization)));
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

	/**
	 * Replaces a role in all organizations of a set.
	 * @param tx the transaction
	 * @param set the set
	 * @param key the key of the role that goes
	 * @param replacement the key of the role that replaces it
	 */
	static void replace(Transaction tx, Resource set, String key, String replacement) {
		RoleSets.organizations(tx, set).forEach((organization) -> reassign(tx, organization, Map.of(key, replacement)));
	}

	private static void reassign(Transaction tx, Resource organization, Map<String, String> mappings) {
		GroupRoleMappings.reassign(tx, organization, mappings);
		Memberships.table(tx).by("organization_id", organization.id()).forEach((membership) -> {
			String role = mappings.get(membership.required("role"));
			if (role != null) {
				Memberships.changeRole(tx, membership, role);
			}
		});
		RoleSets.pending(tx, organization).forEach((invitation) -> {
			String role = mappings.get(invitation.required("role"));
			if (role != null) {
				tx.update(invitation, (draft) -> draft.set("role", role));
			}
		});
	}

	/**
	 * Finds a role that replaces another.
	 * @param tx the transaction
	 * @param set the set it must be in
	 * @param key its key
	 * @return the role
	 */
	static Resource requireContained(Transaction tx, Resource set, String key) {
		Resource role = Roles.find(tx, key);
		if (role == null || !RoleSets.contains(set, role)) {
			throw new ApiException(422, "organization_role_set_reassignment_mappings_invalid",
					"reassignment mappings invalid",
					"The role " + key + " cannot replace another: it is not in the role set " + set.text("key"),
					Map.of("role_key", key));
		}
		return role;
	}

}
