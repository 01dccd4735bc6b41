package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.api.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;

/**
 * What the other families ask about roles. A role keeps the ids of its permissions.
 */
final class Roles {

	static final String ADMIN = "org:admin";

	static final String MEMBER = "org:member";

	private static final Map<String, String> SYSTEM = Map.of("org:sys_profile:manage", "Manage profile",
			"org:sys_profile:delete", "Delete organization", "org:sys_memberships:read", "Read members",
			"org:sys_memberships:manage", "Manage members", "org:sys_domains:read", "Read domains",
			"org:sys_domains:manage", "Manage domains", "org:sys_billing:read", "Read billing",
			"org:sys_billing:manage", "Manage billing");

	private final Emulation emulation;

	Roles(Emulation emulation) {
		this.emulation = emulation;
	}

	/**
	 * Makes the two roles and the system permissions that every instance has.
	 */
	void initialize() {
		List<String> all = new ArrayList<>();
		SYSTEM.keySet().stream().sorted().forEach((key) -> all.add(permission(key, SYSTEM.get(key)).id()));
		List<String> reading = all.stream().filter((id) -> key(id).endsWith(":read")).toList();
		role(ADMIN, "Admin", all, true);
		role(MEMBER, "Member", reading, false);
	}

	/**
	 * Defines a role, or the permissions of one that is there. Permissions that are not
	 * there are made.
	 * @param key the key of the role
	 * @param permissions the keys of its permissions
	 */
	void define(String key, List<String> permissions) {
		Table table = this.emulation.table(RoleShapes.PERMISSION);
		List<String> ids = permissions.stream().map((permission) -> {
			Resource present = table.first("key", permission);
			return ((present != null) ? present : table.add(this.emulation.ids().next("perm"),
					(draft) -> draft.set("key", permission).set("name", permission)))
				.id();
		}).toList();
		Resource role = find(key);
		if (role != null) {
			roles().update(role, (draft) -> draft.set("permissions", ids));
		}
		else {
			role(key, key.replaceFirst("^org:", ""), ids, false);
		}
	}

	Resource require(String key) {
		Resource role = find(key);
		if (role == null) {
			throw new ApiException(404, "resource_not_found", "not found", "Organization role not found",
					Map.of("param_name", "role"));
		}
		return role;
	}

	@Nullable Resource find(@Nullable String key) {
		return (key != null) ? roles().first("key", key) : null;
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
		return (role != null) ? ids(role).stream().map(this::key).toList() : List.of();
	}

	ObjectNode show(Resource role) {
		ObjectNode node = role.toJson();
		return node.set("permissions", Json
			.array(ids(role).stream().map((id) -> this.emulation.find(RoleShapes.PERMISSION, id).toJson()).toList()));
	}

	static List<String> ids(Resource role) {
		return (role.get("permissions") instanceof Collection<?> ids) ? ids.stream().map(String::valueOf).toList()
				: List.of();
	}

	private Resource role(String key, String name, List<String> permissions, boolean creator) {
		return this.emulation.create(RoleShapes.ROLE,
				(draft) -> draft.set("key", key)
					.set("name", name)
					.set("permissions", permissions)
					.set("is_creator_eligible", creator));
	}

	private Resource permission(String key, @Nullable String name) {
		return this.emulation.create(RoleShapes.PERMISSION,
				(draft) -> draft.set("key", key).set("name", name).set("type", "system"));
	}

	private String key(String permissionId) {
		return this.emulation.find(RoleShapes.PERMISSION, permissionId).required("key");
	}

	private Table roles() {
		return this.emulation.table(RoleShapes.ROLE);
	}

}
