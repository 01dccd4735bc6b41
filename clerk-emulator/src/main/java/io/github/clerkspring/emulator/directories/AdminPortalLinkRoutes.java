package io.github.clerkspring.emulator.directories;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.organizations.OrganizationShapes;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Tokens in links to the portal where administrators of organizations set up single
 * sign-on.
 */
final class AdminPortalLinkRoutes implements Family {

	private static final String ALL = "/admin_portal_link_tokens";

	private static final long LIFETIME = 3600;

	private static final long MAXIMUM_LIFETIME = 86_400;

	private static final Fields CREATE = Fields.none()
		.optional(FieldType.STRING, "organization_id", "it_contact_id")
		.optional(FieldType.STRINGS, "scopes")
		.optional(FieldType.INTEGER, "seconds_until_expiration")
		.length(1, Integer.MAX_VALUE, "it_contact_id")
		.matching(Pattern.compile("(?s).+"), "texts that are not empty", "scopes")
		.range(1, MAXIMUM_LIFETIME, "seconds_until_expiration");

	private static final Fields REVOKE = Fields.none().nullable(FieldType.STRING, "revocation_reason");

	@Override
	public void register(Operations routes) {
		routes.add("POST", ALL, this::create, (route) -> route.status(201).badRequests());
		routes.add("POST", ALL + "/{adminPortalLinkTokenID}/revoke", this::revoke, Route::badRequests);
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		Long seconds = body.number("seconds_until_expiration");
		String organizationId = body.text("organization_id");
		if (organizationId != null) {
			tx.find(OrganizationShapes.ORGANIZATION, organizationId);
		}
		long now = tx.now();
		Resource token = tx.create(DirectoryShapes.LINK_TOKEN, "aplt_" + tx.ids().hex(32), (draft) -> {
			draft.set("admin_portal_link_id", link(tx, organizationId));
			draft.set("instance_id", Settings.of(tx).instanceId());
			draft.createdAt(now).set("expiration", now + 1000 * ((seconds != null) ? seconds : LIFETIME));
			body.copy(draft, "organization_id", "it_contact_id", "scopes");
		});
		return show(tx, token).put("token", "aplt_" + tx.ids().token(32));
	}

	private JsonNode revoke(Transaction tx, ApiCall call) {
		Resource token = tx.find(DirectoryShapes.LINK_TOKEN, call.path("adminPortalLinkTokenID"));
		Body body = call.body(REVOKE);
		return show(tx, tx.update(token, (draft) -> {
			draft.set("revoked", true);
			body.copy(draft, "revocation_reason");
		}));
	}

	private String link(Transaction tx, @Nullable String organizationId) {
		Table links = tx.table(DirectoryShapes.LINK);
		String owner = (organizationId != null) ? organizationId : Settings.of(tx).instanceId();
		Resource present = links.first("owner_id", owner);
		return ((present != null) ? present : tx.create(DirectoryShapes.LINK, (draft) -> draft.set("owner_id", owner)))
			.id();
	}

	private ObjectNode show(Transaction tx, Resource token) {
		Long expiration = token.number("expiration");
		return token.toJson().put("expired", expiration != null && expiration <= tx.now());
	}

	private Table table(Transaction tx) {
		return tx.table(DirectoryShapes.LINK_TOKEN);
	}

}
