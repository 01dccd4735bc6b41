package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Shape;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Roles and what they allow. Members and invitations name their role by key.
 */
final class Roles {

	static final String ADMIN = "org:admin";

	static final String MEMBER = "org:member";

	private static final List<String> FOR_MEMBERS = List.of("org:sys_billing:read", "org:sys_memberships:read");

	private static final List<Shape> HOLDERS = List.of(OrganizationShapes.MEMBERSHIP, OrganizationShapes.INVITATION);

	private final Emulation emulation;

	private final Permissions permissions;

	Roles(Emulation emulation, Permissions permissions) {
		this.emulation = emulation;
		this.permissions = permissions;
	}

	/**
	 * Makes the two roles that every instance has.
	 */
	void initialize() {
		Collection<String> all = this.permissions.table().all().stream().map(Resource::id).toList();
		this.emulation.create(RoleShapes.ROLE, values(ADMIN, "Admin", all));
		this.emulation.create(RoleShapes.ROLE, values(MEMBER, "Member", this.permissions.define(FOR_MEMBERS)));
	}

	/**
	 * Defines a role, or the permissions of one that is there. Permissions that are not
	 * there are made; a role of those who create organizations keeps what it needs.
	 * @param key the key of the role
	 * @param permissions the keys of its permissions
	 * @return the role
	 */
	Resource define(String key, List<String> permissions) {
		List<String> ids = new ArrayList<>(this.permissions.define(permissions));
		Resource role = find(key);
		if (role == null) {
			return publish("created",
					this.emulation.create(RoleShapes.ROLE, values(key, key.replaceFirst("^org:", ""), ids)));
		}
		if (isForCreators(role)) {
			this.permissions.define(Permissions.FOR_CREATORS)
				.stream()
				.filter((id) -> !ids.contains(id))
				.forEach(ids::add);
		}
		return update(role, (draft) -> draft.set("permissions", ids));
	}

	Resource create(ApiCall call, Consumer<Draft> values) {
		return publish("created", this.emulation.create(call, RoleShapes.ROLE, values));
	}

	/**
	 * Changes a role. A new key goes to all who have the role.
	 * @param role the role
	 * @param changes sets what changes
	 * @return the role
	 */
	Resource update(Resource role, Consumer<Draft> changes) {
		String before = role.required("key");
		String key = table().update(role, changes).required("key");
		if (!key.equals(before)) {
			HOLDERS.stream()
				.map(this.emulation::table)
				.forEach((table) -> table.by("role", before)
					.forEach((holder) -> table.update(holder, (draft) -> draft.set("role", key))));
		}
		return publish("updated", role);
	}

	ObjectNode delete(Resource role) {
		ObjectNode answer = this.emulation.delete(RoleShapes.ROLE, role);
		this.emulation.events().publish("role.deleted", answer);
		return answer;
	}

	Resource require(String key) {
		Resource role = find(key);
		if (role == null) {
			throw notFound();
		}
		return role;
	}

	static ApiException notFound() {
		return new ApiException(404, "resource_not_found", "not found", "Organization role not found",
				Map.of("param_name", "role"));
	}

	@Nullable Resource find(@Nullable String key) {
		return (key != null) ? table().first("key", key) : null;
	}

	String name(@Nullable String key) {
		Resource role = find(key);
		return (role != null) ? role.required("name") : "";
	}

	/**
	 * The keys of the permissions of a role, in the order in which they were given.
	 * @param key the key of the role
	 * @return the keys, empty if there is no such role
	 */
	List<String> permissions(@Nullable String key) {
		Resource role = find(key);
		return (role != null) ? keys(role.texts("permissions")) : List.of();
	}

	/**
	 * Whether a role allows to manage the organization.
	 * @param key the key of the role
	 * @return true if it does
	 */
	boolean isElevated(@Nullable String key) {
		Resource role = find(key);
		return role != null && isForCreators(role);
	}

	/**
	 * Checks that a role can be given to those who create organizations.
	 * @param permissionIds the permissions it has or shall have
	 */
	void requireForCreators(Collection<String> permissionIds) {
		List<String> missing = new ArrayList<>(Permissions.FOR_CREATORS);
		missing.removeAll(keys(permissionIds));
		if (!missing.isEmpty()) {
			throw new ApiException(422, "organization_missing_creator_role_permissions",
					"missing permissions for creator role",
					"A role for creators of organizations also needs " + String.join(", ", missing));
		}
	}

	ObjectNode show(Resource role) {
		ObjectNode node = role.toJson();
		node.put("is_creator_eligible", isForCreators(role));
		return node.set("permissions",
				Json.array(role.texts("permissions")
					.stream()
					.map((id) -> this.emulation.find(RoleShapes.PERMISSION, id).toJson())
					.toList()));
	}

	Table table() {
		return this.emulation.table(RoleShapes.ROLE);
	}

	private boolean isForCreators(Resource role) {
		return keys(role.texts("permissions")).containsAll(Permissions.FOR_CREATORS);
	}

	private List<String> keys(Collection<String> permissionIds) {
		return permissionIds.stream().map(this.permissions::key).toList();
	}

	private Resource publish(String what, Resource role) {
		this.emulation.events().publish("role." + what, show(role));
		return role;
	}

	private static Consumer<Draft> values(String key, String name, Collection<String> permissions) {
		return (draft) -> draft.set("key", key).set("name", name).set("permissions", permissions);
	}

}
