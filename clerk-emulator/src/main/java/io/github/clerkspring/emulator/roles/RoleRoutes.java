package io.github.clerkspring.emulator.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Keyed;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.instance.InstanceSettings;
import io.github.clerkspring.emulator.instance.InstanceShapes;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Roles of members of organizations.
 */
final class RoleRoutes implements Family {

	private static final String ALL = "/organization_roles";

	private static final String ONE = ALL + "/{organization_role_id}";

	private static final String PERMISSION = ONE + "/permissions/{permission_id}";

	private static final Keyed KEYED = new Keyed(RoleShapes.ROLE, "org:[a-z0-9_]+",
			"org: followed by lowercase letters, digits and underscores");

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.STRING, "name", "key", "description")
		.nullable(FieldType.STRINGS, "permissions");

	private static final Fields CREATE = KEYED.rules(UPDATE.required(FieldType.STRING, "name", "key")
		.nullable(FieldType.BOOLEAN, "include_in_initial_role_set"));

	@Override
	public void register(Operations routes) {
		routes.get(ALL, (tx, call) -> KEYED.page(tx, call, (each) -> Roles.show(tx, each)));
		routes.post(ALL, this::create);
		routes.get(ONE, (tx, call) -> Roles.show(tx, role(tx, call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.post(PERMISSION, this::assign);
		routes.delete(PERMISSION, this::remove);
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(tx, CREATE, null);
		List<String> permissions = Permissions.require(tx, body.texts("permissions"));
		requireQuota(tx);
		Resource role = Roles.create(tx, call, (draft) -> {
			draft.set("permissions", permissions);
			body.copy(draft, "name", "key", "description");
		});
		if (body.flag("include_in_initial_role_set", false)) {
			RoleSets.include(tx, role);
		}
		return Roles.show(tx, role);
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource role = role(tx, call);
		Body body = call.body(tx, KEYED.rules(UPDATE), role);
		List<String> permissions = (body.tree().path("permissions").isArray())
				? Permissions.require(tx, body.texts("permissions")) : role.texts("permissions");
		return change(tx, role, permissions, (draft) -> {
			body.copyValues(draft, "name", "key");
			body.copy(draft, "description");
		});
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource role = role(tx, call);
		requireUnused(tx, role);
		return Roles.delete(tx, role);
	}

	private JsonNode assign(Transaction tx, ApiCall call) {
		Resource role = role(tx, call);
		Resource permission = permission(tx, call);
		List<String> permissions = new ArrayList<>(role.texts("permissions"));
		if (permissions.contains(permission.id())) {
			throw new ApiException(409, "organization_role_permission_association_exists",
					"permission already assigned to role", "The role already has this permission.");
		}
		permissions.add(permission.id());
		return change(tx, role, permissions, (draft) -> {
		});
	}

	private JsonNode remove(Transaction tx, ApiCall call) {
		Resource role = role(tx, call);
		Resource permission = permission(tx, call);
		if (!role.texts("permissions").contains(permission.id())) {
			throw new ApiException(404, "organization_role_permission_association_not_found",
					"permission not assigned to role", "The role does not have this permission.");
		}
		return change(tx, role, without(role, permission), (draft) -> {
		});
	}

	private JsonNode change(Transaction tx, Resource role, List<String> permissions, Consumer<Draft> changes) {
		if (RoleSets.table(tx).count("creator_role", role.id()) > 0) {
			Roles.requireForCreators(tx, permissions);
		}
		Resource changed = Roles.update(tx, role, (draft) -> {
			draft.set("permissions", permissions);
			changes.accept(draft);
		});
		return Roles.show(tx, changed);
	}

	private void requireQuota(Transaction tx) {
		long own = Roles.table(tx)
			.all()
			.stream()
			.filter((role) -> !List.of(Roles.ADMIN, Roles.MEMBER).contains(role.required("key")))
			.count();
		long maximum = InstanceSettings.number(tx, InstanceShapes.ORGANIZATIONS, "max_allowed_roles");
		if (own >= maximum) {
			throw ApiException.forbidden("organization_instance_roles_quota_exceeded",
					"The instance can have " + maximum + " roles of its own.");
		}
	}

	private void requireUnused(Transaction tx, Resource role) {
		String key = role.required("key");
		refuse(RoleSets.table(tx).count("creator_role", role.id()) > 0, "organization_role_default_creator_role",
				"The role is that of creators in a role set.");
		refuse(RoleSets.table(tx).count("default_role", role.id()) > 0, "organization_role_domain_default_role",
				"The role is the default of a role set.");
		refuse(RoleUse.of(tx).hasMembers(tx, key), "organization_role_assigned_members",
				"Members of organizations have the role.");
		refuse(RoleUse.of(tx).hasInvitations(tx, key), "organization_role_exists_in_invitations",
				"Pending invitations give the role: revoke them first.");
	}

	private static void refuse(boolean inUse, String code, String message) {
		if (inUse) {
			throw new ApiException(422, code, message, message);
		}
	}

	static List<String> without(Resource role, Resource permission) {
		return role.texts("permissions").stream().filter((id) -> !id.equals(permission.id())).toList();
	}

	private Resource role(Transaction tx, ApiCall call) {
		return tx.find(RoleShapes.ROLE, call.path("organization_role_id"));
	}

	private Resource permission(Transaction tx, ApiCall call) {
		return tx.find(RoleShapes.PERMISSION, call.path("permission_id"));
	}

}
