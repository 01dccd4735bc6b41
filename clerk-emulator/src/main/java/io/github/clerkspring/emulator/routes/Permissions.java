package io.github.clerkspring.emulator.routes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Permissions: those of the system, which every instance has, and its own.
 */
final class Permissions {

	/** What a role needs, so that somebody can always manage the organization. */
	static final List<String> FOR_CREATORS = List.of("org:sys_memberships:manage", "org:sys_memberships:read",
			"org:sys_profile:delete");

	private static final Map<String, String> SYSTEM = Map.of("org:sys_profile:manage", "Manage profile",
			"org:sys_profile:delete", "Delete organization", "org:sys_memberships:read", "Read members",
			"org:sys_memberships:manage", "Manage members", "org:sys_domains:read", "Read domains",
			"org:sys_domains:manage", "Manage domains", "org:sys_billing:read", "Read billing",
			"org:sys_billing:manage", "Manage billing", "org:sys_entconns:manage", "Manage enterprise connections");

	private final Emulation emulation;

	Permissions(Emulation emulation) {
		this.emulation = emulation;
	}

	/**
	 * Makes the permissions of the system.
	 */
	void initialize() {
		SYSTEM.keySet()
			.stream()
			.sorted()
			.forEach((key) -> this.emulation.create(RoleShapes.PERMISSION,
					(draft) -> draft.set("key", key).set("name", SYSTEM.get(key)).set("type", "system")));
	}

	Resource create(ApiCall call, Consumer<Draft> values) {
		return publish("created", this.emulation.create(call, RoleShapes.PERMISSION, values));
	}

	Resource update(Resource permission, Consumer<Draft> changes) {
		return publish("updated", table().update(permission, changes));
	}

	ObjectNode delete(Resource permission) {
		ObjectNode answer = this.emulation.delete(RoleShapes.PERMISSION, permission);
		this.emulation.events().publish("permission.deleted", answer);
		return answer;
	}

	/**
	 * Finds permissions, and makes those that are not there.
	 * @param keys their keys
	 * @return their ids
	 */
	List<String> define(Collection<String> keys) {
		return keys.stream().map((key) -> {
			Resource present = find(key);
			return ((present != null) ? present : publish("created",
					this.emulation.create(RoleShapes.PERMISSION, (draft) -> draft.set("key", key).set("name", key))))
				.id();
		}).toList();
	}

	/**
	 * Checks that permissions are there.
	 * @param ids their ids
	 * @return the ids, each once
	 * @throws ApiException 404 if one is not there
	 */
	List<String> require(Collection<String> ids) {
		ids.forEach((id) -> this.emulation.find(RoleShapes.PERMISSION, id));
		return List.copyOf(new LinkedHashSet<>(ids));
	}

	@Nullable Resource find(String key) {
		return table().first("key", key);
	}

	String key(String id) {
		return this.emulation.find(RoleShapes.PERMISSION, id).required("key");
	}

	Table table() {
		return this.emulation.table(RoleShapes.PERMISSION);
	}

	private Resource publish(String what, Resource permission) {
		this.emulation.events().publish("permission." + what, permission.toJson());
		return permission;
	}

}
