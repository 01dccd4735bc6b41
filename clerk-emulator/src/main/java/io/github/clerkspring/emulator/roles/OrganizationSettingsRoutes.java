package io.github.clerkspring.emulator.roles;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.instance.InstanceSettings;
import io.github.clerkspring.emulator.instance.InstanceShapes;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The settings that new organizations get. Existing organizations keep theirs.
 */
final class OrganizationSettingsRoutes implements Family {

	private static final String PATH = "/instance/organization_settings";

	private static final Shape SETTINGS = InstanceShapes.ORGANIZATIONS;

	private static final String[] FLAGS = { "enabled", "admin_delete_enabled", "domains_enabled", "slug_disabled" };

	private static final List<String> MODES = List.of("manual_invitation", "automatic_invitation",
			"automatic_suggestion");

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.BOOLEAN, FLAGS)
		.nullable(FieldType.INTEGER, "max_allowed_memberships")
		.optional(FieldType.STRINGS, "domains_enrollment_modes")
		.nullable(FieldType.STRING, "creator_role_id", "domains_default_role_id")
		.range(0, Integer.MAX_VALUE, "max_allowed_memberships")
		.oneOf("domains_enrollment_modes", MODES.toArray(String[]::new));

	@Override
	public void register(Operations routes) {
		routes.get(PATH, (tx, call) -> show(tx));
		routes.patch(PATH, this::update);
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Body body = call.body(UPDATE);
		List<String> modes = modes(tx, body);
		RoleSets.appoint(tx, RoleSets.initial(tx), role(tx, body.text("creator_role_id")),
				role(tx, body.text("domains_default_role_id")));
		InstanceSettings.update(tx, SETTINGS, body, FLAGS);
		InstanceSettings.update(tx, SETTINGS, body, "max_allowed_memberships");
		InstanceSettings.update(tx, SETTINGS, (draft) -> draft.set("domains_enrollment_modes", modes));
		return show(tx);
	}

	// Invitations by hand cannot be switched off.
	private List<String> modes(Transaction tx, Body body) {
		if (!body.has("domains_enrollment_modes")) {
			return InstanceSettings.texts(tx, SETTINGS, "domains_enrollment_modes");
		}
		List<String> modes = new ArrayList<>(List.of(MODES.get(0)));
		for (String mode : body.texts("domains_enrollment_modes")) {
			if (!modes.contains(mode)) {
				modes.add(mode);
			}
		}
		return modes;
	}

	// The initial role set decides the role of creators and new members.
	private ObjectNode show(Transaction tx) {
		Resource set = RoleSets.initial(tx);
		ObjectNode node = InstanceSettings.show(tx, SETTINGS).put("initial_role_set_key", set.text("key"));
		node.put("creator_role", tx.find(RoleShapes.ROLE, set.required("creator_role")).text("key"));
		return node.put("domains_default_role", tx.find(RoleShapes.ROLE, set.required("default_role")).text("key"));
	}

	private @Nullable Resource role(Transaction tx, @Nullable String id) {
		return (id != null) ? tx.find(RoleShapes.ROLE, id) : null;
	}

}
