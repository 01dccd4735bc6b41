package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Gives members, invited people and groups other roles when theirs goes away. Clerk does
 * this in the background; here it is done before the answer.
 */
final class RoleReassignment {

	private final Emulation emulation;

	private final Roles roles;

	private final RoleSets roleSets;

	private final OrganizationView view;

	private final Memberships memberships;

	private final GroupRoleMappings groups;

	RoleReassignment(Emulation emulation, Roles roles, RoleSets roleSets, OrganizationView view,
			Memberships memberships, GroupRoleMappings groups) {
		this.emulation = emulation;
		this.roles = roles;
		this.roleSets = roleSets;
		this.view = view;
		this.memberships = memberships;
		this.groups = groups;
	}

	/**
	 * Moves all organizations from one set to another.
	 * @param source the set they have
	 * @param destination the set they get
	 * @param mappings the keys of roles and of those that replace them
	 * @throws ApiException if a role in use would be in no set, before anything is moved
	 */
	void move(Resource source, Resource destination, Map<String, String> mappings) {
		mappings.values().forEach((key) -> requireContained(destination, key));
		List<Resource> organizations = this.roleSets.organizations(source);
		Set<String> missing = new LinkedHashSet<>();
		organizations.forEach((organization) -> missing.addAll(this.roleSets.held(organization)));
		missing.removeIf((key) -> mappings.containsKey(key) || RoleSets.contains(destination, this.roles.require(key)));
		if (!missing.isEmpty()) {
			throw new ApiException(422, "organization_role_set_reassignment_mappings_missing",
					"reassignment mappings missing",
					"Say in reassignment_mappings what replaces " + String.join(", ", missing),
					Map.of("role_keys", List.copyOf(missing)));
		}
		Table table = this.emulation.table(OrganizationShapes.ORGANIZATION);
		organizations.forEach((organization) -> {
			table.update(organization, (draft) -> draft.set("role_set_key", destination.text("key")));
			this.emulation.events().publish("organization.updated", this.view.organization(organization));
			reassign(organization, mappings);
		});
	}

	/**
	 * Replaces a role in all organizations of a set.
	 * @param set the set
	 * @param key the key of the role that goes
	 * @param replacement the key of the role that replaces it
	 */
	void replace(Resource set, String key, String replacement) {
		this.roleSets.organizations(set).forEach((organization) -> reassign(organization, Map.of(key, replacement)));
	}

	private void reassign(Resource organization, Map<String, String> mappings) {
		this.groups.reassign(organization, mappings);
		this.memberships.table().by("organization_id", organization.id()).forEach((membership) -> {
			String role = mappings.get(membership.required("role"));
			if (role != null) {
				this.memberships.changeRole(membership, role);
			}
		});
		this.roleSets.pending(organization).forEach((invitation) -> {
			String role = mappings.get(invitation.required("role"));
			if (role != null) {
				this.emulation.table(OrganizationShapes.INVITATION)
					.update(invitation, (draft) -> draft.set("role", role));
			}
		});
	}

	/**
	 * Finds a role that replaces another.
	 * @param set the set it must be in
	 * @param key its key
	 * @return the role
	 */
	Resource requireContained(Resource set, String key) {
		Resource role = this.roles.find(key);
		if (role == null || !RoleSets.contains(set, role)) {
			throw new ApiException(422, "organization_role_set_reassignment_mappings_invalid",
					"reassignment mappings invalid",
					"The role " + key + " cannot replace another: it is not in the role set " + set.text("key"),
					Map.of("role_key", key));
		}
		return role;
	}

}
