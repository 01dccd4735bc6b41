package io.github.clerkspring.emulator.roles;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * System permissions, which every instance has, and custom permissions.
 */
final class Permissions {

	/**
	 * The permissions that the role of creators must have, so that the organization can
	 * be managed.
	 */
	static final List<String> FOR_CREATORS = List.of("org:sys_memberships:manage", "org:sys_memberships:read",
			"org:sys_profile:delete");

	private static final Map<String, String> SYSTEM = Map.of("org:sys_profile:manage", "Manage profile",
			"org:sys_profile:delete", "Delete organization", "org:sys_memberships:read", "Read members",
			"org:sys_memberships:manage", "Manage members", "org:sys_domains:read", "Read domains",
			"org:sys_domains:manage", "Manage domains", "org:sys_billing:read", "Read billing",
			"org:sys_billing:manage", "Manage billing", "org:sys_entconns:manage", "Manage enterprise connections");

	private Permissions() {
	}

	/**
	 * Creates the system permissions.
	 * @param tx the transaction
	 */
	static void initialize(Transaction tx) {
		SYSTEM.keySet()
			.stream()
			.sorted()
			.forEach((key) -> tx.create(RoleShapes.PERMISSION,
					(draft) -> draft.set("key", key).set("name", SYSTEM.get(key)).set("type", "system")));
	}

	static Resource create(Transaction tx, ApiCall call, Consumer<Draft> values) {
		return publish(tx, "created", call.create(tx, RoleShapes.PERMISSION, values));
	}

	static Resource update(Transaction tx, Resource permission, Consumer<Draft> changes) {
		return publish(tx, "updated", tx.update(permission, changes));
	}

	static ObjectNode delete(Transaction tx, Resource permission) {
		ObjectNode answer = tx.delete(permission);
		tx.publish("permission.deleted", answer);
		return answer;
	}

	/**
	 * Finds permissions, and creates missing ones.
	 * @param tx the transaction
	 * @param keys their keys
	 * @return their ids
	 */
	static List<String> define(Transaction tx, Collection<String> keys) {
		return keys.stream().map((key) -> {
			Resource present = find(tx, key);
			return ((present != null) ? present : publish(tx, "created",
					tx.create(RoleShapes.PERMISSION, (draft) -> draft.set("key", key).set("name", key))))
				.id();
		}).toList();
	}

	/**
	 * Checks that permissions are there.
	 * @param tx the transaction
	 * @param ids their ids
	 * @return the ids, each once
	 * @throws ApiException 404 if one does not exist
	 */
	static List<String> require(Transaction tx, Collection<String> ids) {
		ids.forEach((id) -> tx.find(RoleShapes.PERMISSION, id));
		return List.copyOf(new LinkedHashSet<>(ids));
	}

	static @Nullable Resource find(Transaction tx, String key) {
		return table(tx).first("key", key);
	}

	static String key(Transaction tx, String id) {
		return tx.find(RoleShapes.PERMISSION, id).required("key");
	}

	static Table table(Transaction tx) {
		return tx.table(RoleShapes.PERMISSION);
	}

	private static Resource publish(Transaction tx, String what, Resource permission) {
		tx.publish("permission." + what, permission.toJson());
		return permission;
	}

}
