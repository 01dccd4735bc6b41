package io.github.clerkspring.emulator.routes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Which roles there are in which organization. A set keeps the ids of its roles; an
 * organization names its set by key.
 */
final class RoleSets {

	private final Emulation emulation;

	private final Roles roles;

	private final OrganizationView view;

	RoleSets(Emulation emulation, Roles roles, OrganizationView view) {
		this.emulation = emulation;
		this.roles = roles;
		this.view = view;
	}

	/**
	 * Makes the set that every instance has.
	 */
	void initialize() {
		String admin = this.roles.require(Roles.ADMIN).id();
		String member = this.roles.require(Roles.MEMBER).id();
		this.emulation.create(RoleShapes.ROLE_SET,
				(draft) -> draft.set("name", "Default role set")
					.set("key", "role_set:default")
					.set("roles", List.of(admin, member))
					.set("creator_role", admin)
					.set("default_role", member)
					.set("type", "initial"));
	}

	/**
	 * The set of an organization that names none.
	 * @return the set
	 */
	Resource initial() {
		Resource set = table().first("type", "initial");
		if (set == null) {
			throw new IllegalStateException("No initial role set");
		}
		return set;
	}

	void makeInitial(Resource set) {
		Resource before = initial();
		if (before != set) {
			table().update(before, (draft) -> draft.set("type", "custom"));
			table().update(set, (draft) -> draft.set("type", "initial"));
		}
	}

	/**
	 * Puts a role into the initial set, if it is not there.
	 * @param role the role
	 */
	void include(Resource role) {
		add(initial(), List.of(role));
	}

	void add(Resource set, List<Resource> roles) {
		Set<String> ids = new LinkedHashSet<>(set.texts("roles"));
		roles.forEach((role) -> ids.add(role.id()));
		table().update(set, (draft) -> draft.set("roles", List.copyOf(ids)));
	}

	/**
	 * Says which roles creators and new members get.
	 * @param set the set
	 * @param creatorRole the role of creators, or null to keep it
	 * @param defaultRole the role of new members, or null to keep it
	 * @throws ApiException if a role is not in the set, or not fit for creators
	 */
	void appoint(Resource set, @Nullable Resource creatorRole, @Nullable Resource defaultRole) {
		Map<String, String> changes = new LinkedHashMap<>();
		if (creatorRole != null) {
			this.roles.requireForCreators(creatorRole.texts("permissions"));
			changes.put("creator_role", creatorRole.id());
		}
		if (defaultRole != null) {
			changes.put("default_role", defaultRole.id());
		}
		if (!set.texts("roles").containsAll(changes.values())) {
			throw Roles.notFound();
		}
		table().update(set, (draft) -> changes.forEach(draft::set));
	}

	/**
	 * Changes a set. A new key goes to all organizations that use the set.
	 * @param set the set
	 * @param changes sets what changes
	 */
	void update(Resource set, Consumer<Draft> changes) {
		String before = set.required("key");
		String key = table().update(set, changes).required("key");
		if (!key.equals(before)) {
			Table table = this.emulation.table(OrganizationShapes.ORGANIZATION);
			table.by("role_set_key", before)
				.forEach((organization) -> table.update(organization, (draft) -> draft.set("role_set_key", key)));
		}
	}

	Resource require(String keyOrId) {
		Resource byKey = table().first("key", keyOrId);
		return (byKey != null) ? byKey : this.emulation.find(RoleShapes.ROLE_SET, keyOrId);
	}

	/**
	 * The set for an organization.
	 * @param key the key that was asked for, or null for the initial set
	 * @return the set
	 * @throws ApiException 404 if there is no such set
	 */
	Resource choose(@Nullable String key) {
		return (key != null) ? require(key) : initial();
	}

	/**
	 * Finds a role that members of an organization can have.
	 * @param organization the organization
	 * @param key the key of the role
	 * @return the role
	 * @throws ApiException 404 if it is not in the set of the organization
	 */
	Resource role(Resource organization, String key) {
		Resource role = this.roles.require(key);
		if (!contains(of(organization), role)) {
			throw Roles.notFound();
		}
		return role;
	}

	String creatorRole(Resource organization) {
		return this.emulation.find(RoleShapes.ROLE, of(organization).required("creator_role")).required("key");
	}

	/**
	 * Checks that all roles in use in an organization are in a set.
	 * @param organization the organization
	 * @param set the set that it shall get
	 */
	void requireFit(Resource organization, Resource set) {
		held(organization).stream()
			.filter((key) -> !contains(set, this.roles.require(key)))
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
	 * @param organization the organization
	 * @return the keys
	 */
	Set<String> held(Resource organization) {
		Set<String> keys = new LinkedHashSet<>();
		this.emulation.table(OrganizationShapes.MEMBERSHIP)
			.by("organization_id", organization.id())
			.forEach((membership) -> keys.add(membership.required("role")));
		pending(organization).forEach((invitation) -> keys.add(invitation.required("role")));
		return keys;
	}

	List<Resource> pending(Resource organization) {
		return this.emulation.table(OrganizationShapes.INVITATION)
			.by("organization_id", organization.id())
			.stream()
			.filter(this::isPending)
			.toList();
	}

	boolean isPending(Resource invitation) {
		return this.view.status(invitation).equals("pending");
	}

	List<Resource> organizations(Resource set) {
		return this.emulation.table(OrganizationShapes.ORGANIZATION).by("role_set_key", set.required("key"));
	}

	static boolean contains(Resource set, Resource role) {
		return set.texts("roles").contains(role.id());
	}

	ObjectNode show(Resource set) {
		ObjectNode node = set.toJson();
		node.set("roles", Json.array(set.texts("roles").stream().map((id) -> item(set, id)).toList()));
		node.set("default_role", item(set, set.required("default_role")));
		node.set("creator_role", item(set, set.required("creator_role")));
		return node;
	}

	Table table() {
		return this.emulation.table(RoleShapes.ROLE_SET);
	}

	private Resource of(Resource organization) {
		return require(organization.required("role_set_key"));
	}

	private ObjectNode item(Resource set, String roleId) {
		Resource role = this.emulation.find(RoleShapes.ROLE, roleId);
		ObjectNode node = role.toJson();
		node.remove("permissions");
		int members = members(set, role);
		return node.put("object", "role_set_item").put("members_count", members).put("has_members", members > 0);
	}

	private int members(Resource set, Resource role) {
		String key = set.required("key");
		Table organizations = this.emulation.table(OrganizationShapes.ORGANIZATION);
		return Selection.of(this.emulation.table(OrganizationShapes.MEMBERSHIP))
			.in("role", List.of(role.required("key")))
			.where((membership) -> {
				Resource organization = organizations.find(membership.required("organization_id"));
				return organization != null && key.equals(organization.text("role_set_key"));
			})
			.count();
	}

}
