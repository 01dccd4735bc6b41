package io.github.clerkspring.emulator.roles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Roles and their permissions. Members and invitations name their role by key.
 */
public final class Roles {

	static final String ADMIN = "org:admin";

	public static final String MEMBER = "org:member";

	private static final List<String> FOR_MEMBERS = List.of("org:sys_billing:read", "org:sys_memberships:read");

	private Roles() {
	}

	/**
	 * Creates the two roles that every instance has.
	 * @param tx the transaction
	 */
	static void initialize(Transaction tx) {
		Collection<String> all = Permissions.table(tx).all().stream().map(Resource::id).toList();
		tx.create(RoleShapes.ROLE, values(ADMIN, "Admin", all));
		tx.create(RoleShapes.ROLE, values(MEMBER, "Member", Permissions.define(tx, FOR_MEMBERS)));
	}

	/**
	 * Defines a role, or the permissions of an existing one. Missing permissions are
	 * created; a role of creators of organizations keeps its required permissions.
	 * @param tx the transaction
	 * @param key the key of the role
	 * @param permissions the keys of its permissions
	 * @return the role
	 */
	static Resource define(Transaction tx, String key, List<String> permissions) {
		List<String> ids = new ArrayList<>(Permissions.define(tx, permissions));
		Resource role = find(tx, key);
		if (role == null) {
			return publish(tx, "created", tx.create(RoleShapes.ROLE, values(key, key.replaceFirst("^org:", ""), ids)));
		}
		if (isForCreators(tx, role)) {
			Permissions.define(tx, Permissions.FOR_CREATORS)
				.stream()
				.filter((id) -> !ids.contains(id))
				.forEach(ids::add);
		}
		return update(tx, role, (draft) -> draft.set("permissions", ids));
	}

	static Resource create(Transaction tx, ApiCall call, Consumer<Draft> values) {
		return publish(tx, "created", call.create(tx, RoleShapes.ROLE, values));
	}

	/**
	 * Changes a role. A new key is applied to all members with the role.
	 * @param tx the transaction
	 * @param role the role
	 * @param changes applies the changes
	 * @return the role
	 */
	static Resource update(Transaction tx, Resource role, Consumer<Draft> changes) {
		String before = role.required("key");
		String key = tx.update(role, changes).required("key");
		if (!key.equals(before)) {
			RoleUse.of(tx).renameRole(tx, before, key);
		}
		return publish(tx, "updated", role);
	}

	static ObjectNode delete(Transaction tx, Resource role) {
		ObjectNode answer = tx.delete(role);
		tx.publish("role.deleted", answer);
		return answer;
	}

	public static Resource require(Transaction tx, String key) {
		Resource role = find(tx, key);
		if (role == null) {
			throw notFound();
		}
		return role;
	}

	static ApiException notFound() {
		return new ApiException(404, "resource_not_found", "not found", "Organization role not found",
				Map.of("param_name", "role"));
	}

	public static @Nullable Resource find(Transaction tx, @Nullable String key) {
		return (key != null) ? table(tx).first("key", key) : null;
	}

	public static String name(Transaction tx, @Nullable String key) {
		Resource role = find(tx, key);
		return (role != null) ? role.required("name") : "";
	}

	/**
	 * Returns the keys of the permissions of a role, in the order of their assignment.
	 * @param tx the transaction
	 * @param key the key of the role
	 * @return the keys, empty if there is no such role
	 */
	public static List<String> permissions(Transaction tx, @Nullable String key) {
		Resource role = find(tx, key);
		return (role != null) ? keys(tx, role.texts("permissions")) : List.of();
	}

	/**
	 * Whether a role allows to manage the organization.
	 * @param tx the transaction
	 * @param key the key of the role
	 * @return true if it does
	 */
	public static boolean isElevated(Transaction tx, @Nullable String key) {
		Resource role = find(tx, key);
		return role != null && isForCreators(tx, role);
	}

	/**
	 * Checks that a role is permitted for creators of organizations.
	 * @param tx the transaction
	 * @param permissionIds the current or new permissions
	 */
	static void requireForCreators(Transaction tx, Collection<String> permissionIds) {
		List<String> missing = new ArrayList<>(Permissions.FOR_CREATORS);
		missing.removeAll(keys(tx, permissionIds));
		if (!missing.isEmpty()) {
			throw new ApiException(422, "organization_missing_creator_role_permissions",
					"missing permissions for creator role",
					"A role for creators of organizations also needs " + String.join(", ", missing));
		}
	}

	public static ObjectNode show(Transaction tx, Resource role) {
		ObjectNode node = role.toJson();
		node.put("is_creator_eligible", isForCreators(tx, role));
		return node.set("permissions", Json.array(
				role.texts("permissions").stream().map((id) -> tx.find(RoleShapes.PERMISSION, id).toJson()).toList()));
	}

	static Table table(Transaction tx) {
		return tx.table(RoleShapes.ROLE);
	}

	private static boolean isForCreators(Transaction tx, Resource role) {
		return keys(tx, role.texts("permissions")).containsAll(Permissions.FOR_CREATORS);
	}

	private static List<String> keys(Transaction tx, Collection<String> permissionIds) {
		return permissionIds.stream().map((each) -> Permissions.key(tx, each)).toList();
	}

	private static Resource publish(Transaction tx, String what, Resource role) {
		tx.publish("role." + what, show(tx, role));
		return role;
	}

	private static Consumer<Draft> values(String key, String name, Collection<String> permissions) {
		return (draft) -> draft.set("key", key).set("name", name).set("permissions", permissions);
	}

}
