package io.github.clerkspring.emulator.roles;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The roles of organizations. A set keeps the ids of its roles; an organization names its
 * set by key.
 */
public final class RoleSets {

	private RoleSets() {
	}

	/**
	 * Creates the set that every instance has.
	 * @param tx the transaction
	 */
	static void initialize(Transaction tx) {
		String admin = Roles.require(tx, Roles.ADMIN).id();
		String member = Roles.require(tx, Roles.MEMBER).id();
		tx.create(RoleShapes.ROLE_SET,
				(draft) -> draft.set("name", "Default role set")
					.set("key", "role_set:default")
					.set("roles", List.of(admin, member))
					.set("creator_role", admin)
					.set("default_role", member)
					.set("type", "initial"));
	}

	/**
	 * The set of an organization that names none.
	 * @param tx the transaction
	 * @return the set
	 */
	static Resource initial(Transaction tx) {
		Resource set = table(tx).first("type", "initial");
		if (set == null) {
			throw new IllegalStateException("No initial role set");
		}
		return set;
	}

	static void makeInitial(Transaction tx, Resource set) {
		Resource before = initial(tx);
		if (before != set) {
			tx.update(before, (draft) -> draft.set("type", "custom"));
			tx.update(set, (draft) -> draft.set("type", "initial"));
		}
	}

	/**
	 * Creates a role, or changes the permissions of an existing role, and adds it to the
	 * initial role set.
	 * @param tx the transaction
	 * @param key the key of the role
	 * @param permissions the keys of its permissions
	 */
	public static void define(Transaction tx, String key, List<String> permissions) {
		include(tx, Roles.define(tx, key, permissions));
	}

	/**
	 * Puts a role into the initial set, if it does not exist.
	 * @param tx the transaction
	 * @param role the role
	 */
	static void include(Transaction tx, Resource role) {
		add(tx, initial(tx), List.of(role));
	}

	static void add(Transaction tx, Resource set, List<Resource> roles) {
		Set<String> ids = new LinkedHashSet<>(set.texts("roles"));
		roles.forEach((role) -> ids.add(role.id()));
		tx.update(set, (draft) -> draft.set("roles", List.copyOf(ids)));
	}

	/**
	 * Sets the roles of creators and of new members.
	 * @param tx the transaction
	 * @param set the set
	 * @param creatorRole the role of creators, or null to keep it
	 * @param defaultRole the role of new members, or null to keep it
	 * @throws ApiException if a role is not in the set, or not permitted for creators
	 */
	static void appoint(Transaction tx, Resource set, @Nullable Resource creatorRole, @Nullable Resource defaultRole) {
		Map<String, String> changes = new LinkedHashMap<>();
		if (creatorRole != null) {
			Roles.requireForCreators(tx, creatorRole.texts("permissions"));
			changes.put("creator_role", creatorRole.id());
		}
		if (defaultRole != null) {
			changes.put("default_role", defaultRole.id());
		}
		if (!set.texts("roles").containsAll(changes.values())) {
			throw Roles.notFound();
		}
		tx.update(set, (draft) -> changes.forEach(draft::set));
	}

	/**
	 * Changes a set. A new key is applied to all organizations with the set.
	 * @param tx the transaction
	 * @param set the set
	 * @param changes applies the changes
	 */
	static void update(Transaction tx, Resource set, Consumer<Draft> changes) {
		String before = set.required("key");
		String key = tx.update(set, changes).required("key");
		if (!key.equals(before)) {
			RoleUse.of(tx).renameSet(tx, before, key);
		}
	}

	static Resource require(Transaction tx, String keyOrId) {
		Resource byKey = table(tx).first("key", keyOrId);
		return (byKey != null) ? byKey : tx.find(RoleShapes.ROLE_SET, keyOrId);
	}

	/**
	 * Returns the role set for an organization.
	 * @param tx the transaction
	 * @param key the requested key, or null for the initial set
	 * @return the set
	 * @throws ApiException 404 if the set does not exist
	 */
	public static Resource choose(Transaction tx, @Nullable String key) {
		return (key != null) ? require(tx, key) : initial(tx);
	}

	/**
	 * Finds a role that members of an organization can have.
	 * @param tx the transaction
	 * @param organization the organization
	 * @param key the key of the role
	 * @return the role
	 * @throws ApiException 404 if it is not in the set of the organization
	 */
	public static Resource role(Transaction tx, Resource organization, String key) {
		Resource role = Roles.require(tx, key);
		if (!contains(of(tx, organization), role)) {
			throw Roles.notFound();
		}
		return role;
	}

	public static String creatorRole(Transaction tx, Resource organization) {
		return tx.find(RoleShapes.ROLE, of(tx, organization).required("creator_role")).required("key");
	}

	/**
	 * Finds a role that replaces another.
	 * @param tx the transaction
	 * @param set the set it must be in
	 * @param key its key
	 * @return the role
	 */
	public static Resource requireContained(Transaction tx, Resource set, String key) {
		Resource role = Roles.find(tx, key);
		if (role == null || !contains(set, role)) {
			throw new ApiException(422, "organization_role_set_reassignment_mappings_invalid",
					"reassignment mappings invalid",
					"The role " + key + " cannot replace another: it is not in the role set " + set.text("key"),
					Map.of("role_key", key));
		}
		return role;
	}

	public static boolean contains(Resource set, Resource role) {
		return set.texts("roles").contains(role.id());
	}

	static ObjectNode show(Transaction tx, Resource set) {
		ObjectNode node = set.toJson();
		node.set("roles", Json.array(set.texts("roles").stream().map((id) -> item(tx, set, id)).toList()));
		node.set("default_role", item(tx, set, set.required("default_role")));
		node.set("creator_role", item(tx, set, set.required("creator_role")));
		return node;
	}

	static Table table(Transaction tx) {
		return tx.table(RoleShapes.ROLE_SET);
	}

	private static Resource of(Transaction tx, Resource organization) {
		return require(tx, organization.required("role_set_key"));
	}

	private static ObjectNode item(Transaction tx, Resource set, String roleId) {
		Resource role = tx.find(RoleShapes.ROLE, roleId);
		ObjectNode node = role.toJson();
		node.remove("permissions");
		int members = RoleUse.of(tx).members(tx, set.required("key"), role.required("key"));
		return node.put("object", "role_set_item").put("members_count", members).put("has_members", members > 0);
	}

}
