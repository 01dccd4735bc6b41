package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Table;

/**
 * Invitations into organizations.
 */
final class OrganizationInvitationRoutes implements RouteFamily {

	private static final String ALL = "/organizations/{organization_id}/invitations";

	private static final String ONE = ALL + "/{invitation_id}";

	private static final List<String> STATUSES = List.of("pending", "accepted", "revoked", "expired");

	private static final int MAXIMUM_BULK = 10;

	private static final long DAY = 86_400_000;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "email_address", "role")
		.nullable(FieldType.STRING, "inviter_user_id", "redirect_url")
		.nullable(FieldType.OBJECT, "public_metadata", "private_metadata")
		.nullable(FieldType.INTEGER, "expires_in_days")
		.nullable(FieldType.BOOLEAN, "notify");

	private final Emulation emulation;

	private final OrganizationView view;

	private final Memberships memberships;

	private final RoleSets roleSets;

	private final Contacts contacts;

	private final OrganizationInvitations invitations;

	OrganizationInvitationRoutes(Emulation emulation, OrganizationView view, Memberships memberships, RoleSets roleSets,
			OrganizationInvitations invitations) {
		this.emulation = emulation;
		this.view = view;
		this.memberships = memberships;
		this.roleSets = roleSets;
		this.contacts = new Contacts(emulation);
		this.invitations = invitations;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/organization_invitations", this::list);
		routes.get("/users/{user_id}/organization_invitations", this::ofUser);
		routes.get(ALL, (call) -> ofOrganization(call, call.query().text("status", STATUSES)));
		routes.get(ALL + "/pending", (call) -> ofOrganization(call, "pending"));
		routes.post(ALL, (call) -> create(organization(call), call.body(CREATE)));
		routes.post(ALL + "/bulk", this::createAll);
		routes.get(ONE, (call) -> this.view.invitation(invitation(call)));
		routes.post(ONE + "/revoke", this::revoke);
	}

	private JsonNode list(ApiCall call) {
		String part = call.query().text("query");
		Selection selection = withStatus(Selection.of(table()), call.query().text("status", STATUSES));
		if (part != null) {
			String lower = part.toLowerCase(Locale.ROOT);
			selection.where((invitation) -> invitation.required("email_address").contains(lower));
		}
		return page(call, selection, this.view::invitationWithOrganization);
	}

	private JsonNode ofUser(ApiCall call) {
		Resource user = this.emulation.find(UserShapes.USER, call.path("user_id"));
		List<String> addresses = this.emulation.table(UserShapes.EMAIL_ADDRESS)
			.by("user_id", user.id())
			.stream()
			.map((email) -> email.required("email_address"))
			.toList();
		Selection selection = Selection.of(table());
		if (addresses.isEmpty()) {
			selection.restrictedTo(List.of());
		}
		selection.in("email_address", addresses);
		return page(call, withStatus(selection, call.query().text("status", STATUSES)),
				this.view::invitationWithOrganization);
	}

	private JsonNode ofOrganization(ApiCall call, @Nullable String status) {
		Selection selection = Selection.of(table()).in("organization_id", List.of(organization(call).id()));
		String address = call.query().text("email_address");
		if (address != null) {
			selection.where((invitation) -> address.equalsIgnoreCase(invitation.text("email_address")));
		}
		return page(call, withStatus(selection, status), this.view::invitation);
	}

	private JsonNode createAll(ApiCall call) {
		Resource organization = organization(call);
		List<Body> bodies = call.bodies(CREATE);
		Bulk.requireAtMost(MAXIMUM_BULK, bodies);
		bodies.forEach((body) -> check(organization, body));
		List<ObjectNode> created = bodies.stream().map((body) -> create(organization, body)).toList();
		ObjectNode answer = Json.object();
		answer.set("data", Json.array(created));
		return answer.put("total_count", created.size());
	}

	private ObjectNode create(Resource organization, Body body) {
		check(organization, body);
		Long days = body.number("expires_in_days");
		long expiry = this.emulation.now() + DAY * ((days != null) ? days : 30);
		return this.invitations.create(expiry, body.text("redirect_url"), body.flag("notify", true), (draft) -> {
			draft.set("organization_id", organization.id());
			draft.set("email_address", address(body));
			draft.set("inviter_id", body.text("inviter_user_id"));
			body.copy(draft, "role", "public_metadata", "private_metadata");
		});
	}

	private void check(Resource organization, Body body) {
		String address = address(body);
		this.roleSets.role(organization, body.required("role"));
		body.number("expires_in_days", 1, 365);
		String inviter = body.text("inviter_user_id");
		if (inviter != null && this.memberships.find(organization.id(), inviter) == null) {
			throw ApiException.forbidden("not_a_member_in_organization",
					"Current user is not a member of the organization. Only organization members can perform this action.");
		}
		this.memberships.requireSeat(organization);
		requireNotMember(organization, address);
		boolean pending = table().by("email_address", address)
			.stream()
			.anyMatch((other) -> organization.id().equals(other.text("organization_id"))
					&& this.view.status(other).equals("pending"));
		if (pending) {
			throw ApiException.badRequest("organization_invitation_not_unique",
					"Organizations cannot have duplicate pending invitations for an email address.");
		}
	}

	private void requireNotMember(Resource organization, String address) {
		Resource email = this.emulation.table(UserShapes.EMAIL_ADDRESS).first("email_address", address);
		if (email != null && this.memberships.find(organization.id(), email.required("user_id")) != null) {
			throw ApiException.badRequest("already_a_member_in_organization",
					address + " already belongs to a member of the organization.");
		}
	}

	private JsonNode revoke(ApiCall call) {
		Resource invitation = invitation(call);
		Body body = call.body(Fields.none().nullable(FieldType.STRING, "requesting_user_id"));
		String requester = body.text("requesting_user_id");
		if (requester != null && this.memberships.find(call.path("organization_id"), requester) == null) {
			throw ApiException.forbidden("not_a_member_in_organization",
					"Current user is not a member of the organization. Only organization members can perform this action.");
		}
		return this.invitations.revoke(invitation);
	}

	private JsonNode page(ApiCall call, Selection selection, Function<Resource, ObjectNode> view) {
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST.by("email_address"), view);
	}

	private Selection withStatus(Selection selection, @Nullable String status) {
		return (status != null) ? selection.where((found) -> this.view.status(found).equals(status)) : selection;
	}

	private String address(Body body) {
		return this.contacts.normalize(UserShapes.EMAIL_ADDRESS, body.required("email_address"));
	}

	private Resource invitation(ApiCall call) {
		return this.emulation.find(OrganizationShapes.INVITATION, call.path("invitation_id"), "organization_id",
				organization(call).id());
	}

	private Resource organization(ApiCall call) {
		return this.emulation.find(OrganizationShapes.ORGANIZATION, call.path("organization_id"));
	}

	private Table table() {
		return this.emulation.table(OrganizationShapes.INVITATION);
	}

}
