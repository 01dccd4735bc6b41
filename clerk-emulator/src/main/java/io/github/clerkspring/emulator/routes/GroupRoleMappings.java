package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Which role the members of a group of a directory get. The lowest precedence wins.
 */
final class GroupRoleMappings {

	private static final int MAXIMUM_NAME = 255;

	private final Emulation emulation;

	private final Roles roles;

	private final RoleSets roleSets;

	GroupRoleMappings(Emulation emulation, Roles roles, RoleSets roleSets) {
		this.emulation = emulation;
		this.roles = roles;
		this.roleSets = roleSets;
	}

	/**
	 * Ends mappings with their directory or role.
	 */
	void cascade() {
		this.emulation.table(DirectoryShapes.DIRECTORY)
			.onRemove((directory) -> table().by("directory_id", directory.id()).forEach(table()::remove));
		this.roles.table().onRemove((role) -> table().by("role_id", role.id()).forEach(table()::remove));
	}

	List<Resource> of(Resource directory) {
		return table().by("directory_id", directory.id())
			.stream()
			.sorted(Comparator.comparing(GroupRoleMappings::precedence))
			.toList();
	}

	/**
	 * Reads mappings and checks that each group comes once and each role can be had.
	 * @param bodies the mappings as they were sent
	 * @param connection the connection of the directory
	 * @return the mappings
	 */
	List<Mapping> read(List<Body> bodies, Resource connection) {
		Set<String> groups = new HashSet<>();
		List<Mapping> mappings = new ArrayList<>();
		for (Body body : bodies) {
			Mapping mapping = read(body, connection);
			if (!groups.add(mapping.groupId())) {
				throw ApiException.parameter("form_param_duplicate", "directory_group_id", "duplicate values",
						"The group " + mapping.groupId() + " is mapped twice.");
			}
			mappings.add(mapping);
		}
		return mappings;
	}

	Mapping read(Body body, Resource connection) {
		String group = body.either("directory_group_id", "scim_group_id");
		if (group == null || group.isBlank()) {
			throw ApiException.parameter("form_param_missing", "directory_group_id", "is missing",
					"directory_group_id must be included.");
		}
		body.requireLength("directory_group_display_name", 0, MAXIMUM_NAME);
		body.requireLength("scim_group_display_name", 0, MAXIMUM_NAME);
		return new Mapping(group, body.either("directory_group_display_name", "scim_group_display_name"),
				role(body.required("role_id"), connection), body.number("precedence", 1, Integer.MAX_VALUE));
	}

	/**
	 * Adds a mapping behind all others, or at its precedence, from where others move on.
	 * @param directory the directory
	 * @param mapping the mapping
	 * @return the mapping as it was stored
	 */
	Resource add(Resource directory, Mapping mapping) {
		List<Resource> present = of(directory);
		if (present.stream().anyMatch((other) -> mapping.groupId().equals(other.text("directory_group_id")))) {
			throw ApiException.badRequest("duplicate_record", "The group " + mapping.groupId() + " is mapped already.");
		}
		long last = present.stream().mapToLong(GroupRoleMappings::precedence).max().orElse(0);
		Long wanted = mapping.precedence();
		long precedence = (wanted != null) ? wanted : last + 1;
		if (present.stream().anyMatch((other) -> precedence(other) == precedence)) {
			present.stream()
				.filter((other) -> precedence(other) >= precedence)
				.forEach((other) -> table().update(other, (draft) -> draft.set("precedence", precedence(other) + 1)));
		}
		return store(directory, mapping, precedence);
	}

	/**
	 * Replaces all mappings, in the order given. Groups keep the names they are known by.
	 * @param directory the directory
	 * @param mappings the mappings
	 */
	void replace(Resource directory, List<Mapping> mappings) {
		Map<String, String> names = new HashMap<>();
		of(directory).forEach((mapping) -> {
			names.put(mapping.required("directory_group_id"), mapping.required("directory_group_display_name"));
			table().remove(mapping);
		});
		long precedence = 1;
		for (Mapping mapping : mappings) {
			String name = (mapping.groupName() != null) ? mapping.groupName() : names.get(mapping.groupId());
			store(directory, new Mapping(mapping.groupId(), name, mapping.role(), null), precedence++);
		}
	}

	/**
	 * Lets the groups of an organization have other roles.
	 * @param organization the organization
	 * @param replacements the keys of roles and of those that replace them
	 */
	void reassign(Resource organization, Map<String, String> replacements) {
		this.emulation.table(ConnectionShapes.CONNECTION)
			.by("organization_id", organization.id())
			.stream()
			.flatMap((connection) -> this.emulation.table(DirectoryShapes.DIRECTORY)
				.by("enterprise_connection_id", connection.id())
				.stream())
			.flatMap((directory) -> of(directory).stream())
			.forEach((mapping) -> {
				String key = this.emulation.find(RoleShapes.ROLE, mapping.required("role_id")).required("key");
				Resource replacement = this.roles.find(replacements.get(key));
				if (replacement != null) {
					table().update(mapping, (draft) -> draft.set("role_id", replacement.id()));
				}
			});
	}

	ObjectNode show(Resource mapping) {
		ObjectNode node = mapping.toJson();
		node.put("scim_directory_id", mapping.text("directory_id"));
		node.put("scim_group_id", mapping.text("directory_group_id"));
		node.put("scim_group_display_name", mapping.text("directory_group_display_name"));
		return node.set("role", this.roles.show(this.emulation.find(RoleShapes.ROLE, mapping.required("role_id"))));
	}

	Table table() {
		return this.emulation.table(DirectoryShapes.GROUP_ROLE_MAPPING);
	}

	private Resource store(Resource directory, Mapping mapping, long precedence) {
		String name = mapping.groupName();
		return this.emulation.create(DirectoryShapes.GROUP_ROLE_MAPPING,
				(draft) -> draft.set("directory_id", directory.id())
					.set("directory_group_id", mapping.groupId())
					.set("directory_group_display_name", (name != null) ? name : mapping.groupId())
					.set("role_id", mapping.role().id())
					.set("precedence", precedence));
	}

	private Resource role(String id, Resource connection) {
		Resource role = this.emulation.find(RoleShapes.ROLE, id);
		String organizationId = connection.text("organization_id");
		return (organizationId != null) ? this.roleSets
			.role(this.emulation.find(OrganizationShapes.ORGANIZATION, organizationId), role.required("key")) : role;
	}

	private static long precedence(Resource mapping) {
		Long precedence = mapping.number("precedence");
		return (precedence != null) ? precedence : Long.MAX_VALUE;
	}

	/**
	 * A mapping that was asked for.
	 *
	 * @param groupId the id of the group at the identity provider
	 * @param groupName its name, or null if not said
	 * @param role the role
	 * @param precedence the precedence, or null if not said
	 */
	record Mapping(String groupId, @Nullable String groupName, Resource role, @Nullable Long precedence) {

	}

}
