package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Roles of members of organizations.
 */
final class RoleRoutes implements RouteFamily {

	private static final String ALL = "/organization_roles";

	private static final String ONE = ALL + "/{organization_role_id}";

	private static final String PERMISSION = ONE + "/permissions/{permission_id}";

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.STRING, "name", "key", "description")
		.nullable(FieldType.STRINGS, "permissions");

	private static final Fields CREATE = UPDATE.required(FieldType.STRING, "name", "key")
		.nullable(FieldType.BOOLEAN, "include_in_initial_role_set");

	private final Emulation emulation;

	private final Permissions permissions;

	private final Roles roles;

	private final RoleSets roleSets;

	private final InstanceSettings settings;

	private final Keyed keyed;

	RoleRoutes(Emulation emulation, Permissions permissions, Roles roles, RoleSets roleSets,
			InstanceSettings settings) {
		this.emulation = emulation;
		this.permissions = permissions;
		this.roles = roles;
		this.roleSets = roleSets;
		this.settings = settings;
		this.keyed = new Keyed(roles.table(), "org:[a-z0-9_]+",
				"org: followed by lowercase letters, digits and underscores");
	}

	@Override
	public void register(RouteTable routes) {
		routes.get(ALL, (call) -> this.keyed.page(call, this.roles::show));
		routes.post(ALL, this::create);
		routes.get(ONE, (call) -> this.roles.show(role(call)));
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.post(PERMISSION, this::assign);
		routes.delete(PERMISSION, this::remove);
		this.permissions.table()
			.onRemove((permission) -> this.roles.table()
				.by("permissions", permission.id())
				.forEach((role) -> this.roles.table()
					.update(role, (draft) -> draft.set("permissions", without(role, permission)))));
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		this.keyed.check(body, null);
		List<String> permissions = this.permissions.require(body.texts("permissions"));
		requireQuota();
		Resource role = this.roles.create(call, (draft) -> {
			draft.set("permissions", permissions);
			body.copy(draft, "name", "key", "description");
		});
		if (body.flag("include_in_initial_role_set", false)) {
			this.roleSets.include(role);
		}
		return this.roles.show(role);
	}

	private JsonNode update(ApiCall call) {
		Resource role = role(call);
		Body body = call.body(UPDATE);
		this.keyed.check(body, role);
		List<String> permissions = (body.tree().path("permissions").isArray())
				? this.permissions.require(body.texts("permissions")) : role.texts("permissions");
		return change(role, permissions, (draft) -> {
			body.copyValues(draft, "name", "key");
			body.copy(draft, "description");
		});
	}

	private JsonNode delete(ApiCall call) {
		Resource role = role(call);
		requireUnused(role);
		return this.roles.delete(role);
	}

	private JsonNode assign(ApiCall call) {
		Resource role = role(call);
		Resource permission = permission(call);
		List<String> permissions = new ArrayList<>(role.texts("permissions"));
		if (permissions.contains(permission.id())) {
			throw new ApiException(409, "organization_role_permission_association_exists",
					"permission already assigned to role", "The role already has this permission.");
		}
		permissions.add(permission.id());
		return change(role, permissions, (draft) -> {
		});
	}

	private JsonNode remove(ApiCall call) {
		Resource role = role(call);
		Resource permission = permission(call);
		if (!role.texts("permissions").contains(permission.id())) {
			throw new ApiException(404, "organization_role_permission_association_not_found",
					"permission not assigned to role", "The role does not have this permission.");
		}
		return change(role, without(role, permission), (draft) -> {
		});
	}

	private JsonNode change(Resource role, List<String> permissions, Consumer<Draft> changes) {
		if (this.roleSets.table().count("creator_role", role.id()) > 0) {
			this.roles.requireForCreators(permissions);
		}
		Resource changed = this.roles.update(role, (draft) -> {
			draft.set("permissions", permissions);
			changes.accept(draft);
		});
		return this.roles.show(changed);
	}

	private void requireQuota() {
		long own = this.roles.table()
			.all()
			.stream()
			.filter((role) -> !List.of(Roles.ADMIN, Roles.MEMBER).contains(role.required("key")))
			.count();
		long maximum = this.settings.number(InstanceShapes.ORGANIZATIONS, "max_allowed_roles");
		if (own >= maximum) {
			throw ApiException.forbidden("organization_instance_roles_quota_exceeded",
					"The instance can have " + maximum + " roles of its own.");
		}
	}

	private void requireUnused(Resource role) {
		String key = role.required("key");
		refuse(this.roleSets.table().count("creator_role", role.id()) > 0, "organization_role_default_creator_role",
				"The role is that of creators in a role set.");
		refuse(this.roleSets.table().count("default_role", role.id()) > 0, "organization_role_domain_default_role",
				"The role is the default of a role set.");
		refuse(this.emulation.table(OrganizationShapes.MEMBERSHIP).count("role", key) > 0,
				"organization_role_assigned_members", "Members of organizations have the role.");
		boolean invited = this.emulation.table(OrganizationShapes.INVITATION)
			.by("role", key)
			.stream()
			.anyMatch(this.roleSets::isPending);
		refuse(invited, "organization_role_exists_in_invitations",
				"Pending invitations give the role: revoke them first.");
	}

	private static void refuse(boolean inUse, String code, String message) {
		if (inUse) {
			throw new ApiException(422, code, message, message);
		}
	}

	private static List<String> without(Resource role, Resource permission) {
		return role.texts("permissions").stream().filter((id) -> !id.equals(permission.id())).toList();
	}

	private Resource role(ApiCall call) {
		return this.emulation.find(RoleShapes.ROLE, call.path("organization_role_id"));
	}

	private Resource permission(ApiCall call) {
		return this.emulation.find(RoleShapes.PERMISSION, call.path("permission_id"));
	}

}
