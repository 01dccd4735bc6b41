package io.github.clerkspring.emulator.routes;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Permissions that roles can have.
 */
final class PermissionRoutes implements RouteFamily {

	private static final String ALL = "/organization_permissions";

	private static final String ONE = ALL + "/{permission_id}";

	private static final String[] COPIED = { "name", "key", "description" };

	private static final Fields UPDATE = Fields.none().optional(FieldType.STRING, COPIED);

	private static final Fields CREATE = UPDATE.required(FieldType.STRING, "name", "key");

	private final Emulation emulation;

	private final Permissions permissions;

	private final Keyed keyed;

	PermissionRoutes(Emulation emulation, Permissions permissions) {
		this.emulation = emulation;
		this.permissions = permissions;
		this.keyed = new Keyed(permissions.table(), "org:(?!sys_)[a-z0-9_]+:[a-z0-9_]+",
				"org:<feature>:<action> of lowercase letters, digits and underscores, and not begin with org:sys_");
	}

	@Override
	public void register(RouteTable routes) {
		routes.get(ALL, (call) -> this.keyed.page(call, Resource::toJson));
		routes.post(ALL, this::create);
		routes.get(ONE, (call) -> permission(call).toJson());
		routes.patch(ONE, this::update);
		routes.delete(ONE, (call) -> this.permissions.delete(modifiable(call)));
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		this.keyed.check(body, null);
		return this.permissions.create(call, (draft) -> body.copy(draft, COPIED)).toJson();
	}

	private JsonNode update(ApiCall call) {
		Resource permission = modifiable(call);
		Body body = call.body(UPDATE);
		this.keyed.check(body, permission);
		return this.permissions.update(permission, (draft) -> body.copy(draft, COPIED)).toJson();
	}

	private Resource modifiable(ApiCall call) {
		Resource permission = permission(call);
		if ("system".equals(permission.text("type"))) {
			throw ApiException.forbidden("organization_system_permission_not_modifiable",
					"The permissions of the system cannot be changed or deleted.");
		}
		return permission;
	}

	private Resource permission(ApiCall call) {
		return this.emulation.find(RoleShapes.PERMISSION, call.path("permission_id"));
	}

}
