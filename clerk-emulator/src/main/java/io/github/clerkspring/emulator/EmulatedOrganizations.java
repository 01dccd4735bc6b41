package io.github.clerkspring.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.Billing;
import io.github.clerkspring.emulator.roles.RoleSets;

/**
 * Organizations of the emulated instance, with their members and roles.
 */
public final class EmulatedOrganizations {

	private final EmulatorEngine engine;

	EmulatedOrganizations(EmulatorEngine engine) {
		this.engine = engine;
	}

	/**
	 * Creates an organization without members, with a unique generated name and slug.
	 * @return the id of the organization
	 */
	public String create() {
		return create(this.engine.unique("organization-"));
	}

	/**
	 * Creates an organization without members.
	 * @param name the name, from which the slug is made
	 * @return the id of the organization
	 */
	public String create(String name) {
		return create(null, name, Map.of());
	}

	/**
	 * Creates an organization without members.
	 * @param id the id, or null for a generated one
	 * @param name the name
	 * @param fields other fields of the request that creates an organization, by their
	 * JSON names
	 * @return the id of the organization
	 */
	public String create(@Nullable String id, String name, Map<String, ?> fields) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("max_allowed_memberships", 0);
		body.putAll(fields);
		body.put("name", name);
		return this.engine.create("/organizations", body, id);
	}

	/**
	 * Adds a user as a member.
	 * @param organizationId the id of the organization
	 * @param userId the id of the user
	 * @param role the key of the role, such as {@code org:admin}
	 */
	public void addMember(String organizationId, String userId, String role) {
		this.engine.call("POST", "/organizations/" + organizationId + "/memberships",
				Map.of("user_id", userId, "role", role));
	}

	/**
	 * Ends a membership.
	 * @param organizationId the id of the organization
	 * @param userId the id of the user
	 */
	public void removeMember(String organizationId, String userId) {
		this.engine.call("DELETE", "/organizations/" + organizationId + "/memberships/" + userId, null);
	}

	/**
	 * Creates a role, or changes the permissions of an existing role. Missing permissions
	 * are created.
	 * @param key the key, such as {@code org:accountant}
	 * @param permissions the keys of the permissions, such as {@code org:invoices:read}
	 */
	public void role(String key, String... permissions) {
		this.engine.run((tx) -> RoleSets.define(tx, key, List.of(permissions)));
	}

	/**
	 * Returns the representation of an organization in the Backend API.
	 * @param organizationId the id of the organization
	 * @return the properties by their JSON names
	 */
	public Map<String, @Nullable Object> get(String organizationId) {
		return this.engine.call("GET", "/organizations/" + organizationId, null);
	}

	/**
	 * Deletes an organization with its memberships and invitations.
	 * @param organizationId the id of the organization
	 */
	public void delete(String organizationId) {
		this.engine.call("DELETE", "/organizations/" + organizationId, null);
	}

	/**
	 * Subscribes an organization to a plan with features, which session tokens then
	 * contain.
	 * @param organizationId the id of the organization
	 * @param plan the slug of the plan
	 * @param features the slugs of the features
	 */
	public void plan(String organizationId, String plan, String... features) {
		this.engine.run((tx) -> Billing.place(tx, organizationId, plan, List.of(features)));
	}

}
