package io.github.clerkspring.emulator.roles;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Keyed;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Permissions that roles can have.
 */
final class PermissionRoutes implements Family {

	private static final String ALL = "/organization_permissions";

	private static final String ONE = ALL + "/{permission_id}";

	private static final String[] COPIED = { "name", "key", "description" };

	private static final Keyed KEYED = new Keyed(RoleShapes.PERMISSION, "org:(?!sys_)[a-z0-9_]+:[a-z0-9_]+",
			"org:<feature>:<action> of lowercase letters, digits and underscores, and not begin with org:sys_");

	private static final Fields UPDATE = Fields.none().optional(FieldType.STRING, COPIED);

	private static final Fields CREATE = KEYED.rules(UPDATE.required(FieldType.STRING, "name", "key"));

	@Override
	public void register(Operations routes) {
		routes.get(ALL, (tx, call) -> KEYED.page(tx, call, Resource::toJson));
		routes.post(ALL, this::create);
		routes.get(ONE, (tx, call) -> permission(tx, call).toJson());
		routes.patch(ONE, this::update);
		routes.delete(ONE, (tx, call) -> Permissions.delete(tx, modifiable(tx, call)));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(tx, CREATE, null);
		return Permissions.create(tx, call, (draft) -> body.copy(draft, COPIED)).toJson();
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource permission = modifiable(tx, call);
		Body body = call.body(tx, KEYED.rules(UPDATE), permission);
		return Permissions.update(tx, permission, (draft) -> body.copy(draft, COPIED)).toJson();
	}

	private Resource modifiable(Transaction tx, ApiCall call) {
		Resource permission = permission(tx, call);
		if ("system".equals(permission.text("type"))) {
			throw ApiException.forbidden("organization_system_permission_not_modifiable",
					"The permissions of the system cannot be changed or deleted.");
		}
		return permission;
	}

	private Resource permission(Transaction tx, ApiCall call) {
		return tx.find(RoleShapes.PERMISSION, call.path("permission_id"));
	}

}
