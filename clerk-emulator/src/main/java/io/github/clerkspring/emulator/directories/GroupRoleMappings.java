package io.github.clerkspring.emulator.directories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.enterprise.ConnectionShapes;
import io.github.clerkspring.emulator.organizations.GroupRoles;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.roles.RoleSets;
import io.github.clerkspring.emulator.roles.RoleShapes;
import io.github.clerkspring.emulator.roles.Roles;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Which role the members of a group of a directory get. The lowest precedence wins.
 */
final class GroupRoleMappings {

	private GroupRoleMappings() {
	}

	/**
	 * Ends mappings with their directory or role.
	 * @param relations gets the relations
	 */
	static void relate(Relations relations) {
		relations.provide(GroupRoles.class, GroupRoleMappings::reassign);
		relations.removeWith(ConnectionShapes.CONNECTION, DirectoryShapes.DIRECTORY, "enterprise_connection_id");
		relations.removeWith(DirectoryShapes.DIRECTORY, DirectoryShapes.GROUP_ROLE_MAPPING, "directory_id");
		relations.removeWith(RoleShapes.ROLE, DirectoryShapes.GROUP_ROLE_MAPPING, "role_id");
	}

	static List<Resource> of(Transaction tx, Resource directory) {
		return table(tx).by("directory_id", directory.id())
			.stream()
			.sorted(Comparator.comparing(GroupRoleMappings::precedence))
			.toList();
	}

	/**
	 * Reads mappings and checks that each group comes once and each role can be had.
	 * @param tx the transaction
	 * @param bodies the mappings as they were sent
	 * @param connection the connection of the directory
	 * @return the mappings
	 */
	static List<Mapping> read(Transaction tx, List<Body> bodies, Resource connection) {
		Set<String> groups = new HashSet<>();
		List<Mapping> mappings = new ArrayList<>();
		for (Body body : bodies) {
			Mapping mapping = read(tx, body, connection);
			if (!groups.add(mapping.groupId())) {
				throw ApiException.parameter("form_param_duplicate", "directory_group_id", "duplicate values",
						"The group " + mapping.groupId() + " is mapped twice.");
			}
			mappings.add(mapping);
		}
		return mappings;
	}

	static Mapping read(Transaction tx, Body body, Resource connection) {
		String group = body.either("directory_group_id", "scim_group_id");
		if (group == null || group.isBlank()) {
			throw ApiException.missing("directory_group_id");
		}
		return new Mapping(group, body.either("directory_group_display_name", "scim_group_display_name"),
				role(tx, body.required("role_id"), connection), body.number("precedence"));
	}

	/**
	 * Adds a mapping behind all others, or at its precedence, from where others move on.
	 * @param tx the transaction
	 * @param directory the directory
	 * @param mapping the mapping
	 * @return the mapping as it was stored
	 */
	static Resource add(Transaction tx, Resource directory, Mapping mapping) {
		List<Resource> present = of(tx, directory);
		if (present.stream().anyMatch((other) -> mapping.groupId().equals(other.text("directory_group_id")))) {
			throw ApiException.badRequest("duplicate_record", "The group " + mapping.groupId() + " is mapped already.");
		}
		long last = present.stream().mapToLong(GroupRoleMappings::precedence).max().orElse(0);
		Long wanted = mapping.precedence();
		long precedence = (wanted != null) ? wanted : last + 1;
		if (present.stream().anyMatch((other) -> precedence(other) == precedence)) {
			present.stream()
				.filter((other) -> precedence(other) >= precedence)
				.forEach((other) -> tx.update(other, (draft) -> draft.set("precedence", precedence(other) + 1)));
		}
		return store(tx, directory, mapping, precedence);
	}

	/**
	 * Replaces all mappings, in the order given. Groups keep the names they are known by.
	 * @param tx the transaction
	 * @param directory the directory
	 * @param mappings the mappings
	 */
	static void replace(Transaction tx, Resource directory, List<Mapping> mappings) {
		Map<String, String> names = new HashMap<>();
		of(tx, directory).forEach((mapping) -> {
			names.put(mapping.required("directory_group_id"), mapping.required("directory_group_display_name"));
			tx.remove(mapping);
		});
		long precedence = 1;
		for (Mapping mapping : mappings) {
			String name = (mapping.groupName() != null) ? mapping.groupName() : names.get(mapping.groupId());
			store(tx, directory, new Mapping(mapping.groupId(), name, mapping.role(), null), precedence++);
		}
	}

	private static void reassign(Transaction tx, Resource organization, Map<String, String> replacements) {
		tx.table(ConnectionShapes.CONNECTION)
			.by("organization_id", organization.id())
			.stream()
			.flatMap((connection) -> tx.table(DirectoryShapes.DIRECTORY)
				.by("enterprise_connection_id", connection.id())
				.stream())
			.flatMap((directory) -> of(tx, directory).stream())
			.forEach((mapping) -> {
				String key = tx.find(RoleShapes.ROLE, mapping.required("role_id")).required("key");
				Resource replacement = Roles.find(tx, replacements.get(key));
				if (replacement != null) {
					tx.update(mapping, (draft) -> draft.set("role_id", replacement.id()));
				}
			});
	}

	static ObjectNode show(Transaction tx, Resource mapping) {
		ObjectNode node = mapping.toJson();
		node.put("scim_directory_id", mapping.text("directory_id"));
		node.put("scim_group_id", mapping.text("directory_group_id"));
		node.put("scim_group_display_name", mapping.text("directory_group_display_name"));
		return node.set("role", Roles.show(tx, tx.find(RoleShapes.ROLE, mapping.required("role_id"))));
	}

	static Table table(Transaction tx) {
		return tx.table(DirectoryShapes.GROUP_ROLE_MAPPING);
	}

	private static Resource store(Transaction tx, Resource directory, Mapping mapping, long precedence) {
		String name = mapping.groupName();
		return tx.create(DirectoryShapes.GROUP_ROLE_MAPPING,
				(draft) -> draft.set("directory_id", directory.id())
					.set("directory_group_id", mapping.groupId())
					.set("directory_group_display_name", (name != null) ? name : mapping.groupId())
					.set("role_id", mapping.role().id())
					.set("precedence", precedence));
	}

	private static Resource role(Transaction tx, String id, Resource connection) {
		Resource role = tx.find(RoleShapes.ROLE, id);
		String organizationId = connection.text("organization_id");
		return (organizationId != null)
				? RoleSets.role(tx, tx.find(OrganizationShapes.ORGANIZATION, organizationId), role.required("key"))
				: role;
	}

	private static long precedence(Resource mapping) {
		Long precedence = mapping.number("precedence");
		return (precedence != null) ? precedence : Long.MAX_VALUE;
	}

	/**
	 * Requested mapping.
	 *
	 * @param groupId the id of the group at the identity provider
	 * @param groupName its name, or null if absent
	 * @param role the role
	 * @param precedence the precedence, or null if absent
	 */
	record Mapping(String groupId, @Nullable String groupName, Resource role, @Nullable Long precedence) {

	}

}
