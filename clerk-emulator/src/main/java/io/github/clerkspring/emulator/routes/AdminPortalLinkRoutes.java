package io.github.clerkspring.emulator.routes;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Tokens in links to the portal where administrators of organizations set up single
 * sign-on.
 */
final class AdminPortalLinkRoutes implements RouteFamily {

	private static final String ALL = "/admin_portal_link_tokens";

	private static final Fields CREATE = Fields.none()
		.optional(FieldType.STRING, "organization_id", "it_contact_id")
		.optional(FieldType.STRINGS, "scopes")
		.optional(FieldType.INTEGER, "seconds_until_expiration");

	private static final Fields REVOKE = Fields.none().nullable(FieldType.STRING, "revocation_reason");

	private static final long LIFETIME = 3600;

	private static final long MAXIMUM_LIFETIME = 86_400;

	private final Emulation emulation;

	AdminPortalLinkRoutes(Emulation emulation) {
		this.emulation = emulation;
	}

	@Override
	public void register(RouteTable routes) {
		routes.add("POST", ALL, this::create, (route) -> BadRequests.instead(route.status(201)));
		routes.add("POST", ALL + "/{adminPortalLinkTokenID}/revoke", this::revoke, BadRequests::instead);
		this.emulation.table(OrganizationShapes.ORGANIZATION)
			.onRemove((organization) -> table().by("organization_id", organization.id()).forEach(table()::remove));
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		Long seconds = body.number("seconds_until_expiration", 1, MAXIMUM_LIFETIME);
		body.requireLength("it_contact_id", 1, Integer.MAX_VALUE);
		body.texts("scopes").stream().filter(String::isEmpty).findFirst().ifPresent((scope) -> {
			throw ApiException.format("scopes", "A scope must not be empty.");
		});
		String organizationId = body.text("organization_id");
		if (organizationId != null) {
			this.emulation.find(OrganizationShapes.ORGANIZATION, organizationId);
		}
		long now = this.emulation.now();
		Resource token = table().add("aplt_" + this.emulation.ids().hex(32), (draft) -> {
			draft.set("admin_portal_link_id", link(organizationId));
			draft.set("instance_id", this.emulation.settings().instanceId());
			draft.createdAt(now).set("expiration", now + 1000 * ((seconds != null) ? seconds : LIFETIME));
			body.copy(draft, "organization_id", "it_contact_id", "scopes");
		});
		return show(token).put("token", "aplt_" + this.emulation.ids().token(32));
	}

	private JsonNode revoke(ApiCall call) {
		Resource token = this.emulation.find(DirectoryShapes.LINK_TOKEN, call.path("adminPortalLinkTokenID"));
		Body body = call.body(REVOKE);
		return show(table().update(token, (draft) -> {
			draft.set("revoked", true);
			body.copy(draft, "revocation_reason");
		}));
	}

	private String link(@Nullable String organizationId) {
		Table links = this.emulation.table(DirectoryShapes.LINK);
		String owner = (organizationId != null) ? organizationId : this.emulation.settings().instanceId();
		Resource present = links.first("owner_id", owner);
		return ((present != null) ? present
				: this.emulation.create(DirectoryShapes.LINK, (draft) -> draft.set("owner_id", owner)))
			.id();
	}

	private ObjectNode show(Resource token) {
		Long expiration = token.number("expiration");
		return token.toJson().put("expired", expiration != null && expiration <= this.emulation.now());
	}

	private Table table() {
		return this.emulation.table(DirectoryShapes.LINK_TOKEN);
	}

}
