package io.github.clerkspring.emulator.organizations;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Bulk;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.roles.RoleSets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.Contacts;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Invitations into organizations.
 */
final class OrganizationInvitationRoutes implements Family {

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
		.nullable(FieldType.BOOLEAN, "notify")
		.range(1, 365, "expires_in_days");

	@Override
	public void register(Operations routes) {
		routes.get("/organization_invitations", this::list);
		routes.add("GET", "/users/{user_id}/organization_invitations", this::ofUser, Route::badRequests);
		routes.get(ALL, (tx, call) -> ofOrganization(tx, call, call.query().text("status", STATUSES)));
		routes.add("GET", ALL + "/pending", (tx, call) -> ofOrganization(tx, call, "pending"), Route::badRequests);
		routes.post(ALL, (tx, call) -> create(tx, organization(tx, call), call.body(CREATE)));
		routes.post(ALL + "/bulk", this::createAll);
		routes.get(ONE, (tx, call) -> OrganizationView.invitation(tx, invitation(tx, call)));
		routes.add("POST", ONE + "/revoke", this::revoke, Route::badRequests);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String part = call.query().text("query");
		Selection selection = withStatus(tx, Selection.of(table(tx)), call.query().text("status", STATUSES));
		if (part != null) {
			String lower = part.toLowerCase(Locale.ROOT);
			selection.where((invitation) -> invitation.required("email_address").contains(lower));
		}
		return page(call, selection, (each) -> OrganizationView.invitationWithOrganization(tx, each));
	}

	private JsonNode ofUser(Transaction tx, ApiCall call) {
		Resource user = tx.find(UserShapes.USER, call.path("user_id"));
		List<String> addresses = tx.table(UserShapes.EMAIL_ADDRESS)
			.by("user_id", user.id())
			.stream()
			.map((email) -> email.required("email_address"))
			.toList();
		Selection selection = Selection.of(table(tx));
		if (addresses.isEmpty()) {
			selection.restrictedTo(List.of());
		}
		selection.in("email_address", addresses);
		return page(call, withStatus(tx, selection, call.query().text("status", STATUSES)),
				(each) -> OrganizationView.invitationWithOrganization(tx, each));
	}

	private JsonNode ofOrganization(Transaction tx, ApiCall call, @Nullable String status) {
		Selection selection = Selection.of(table(tx)).in("organization_id", List.of(organization(tx, call).id()));
		String address = call.query().text("email_address");
		if (address != null) {
			selection.where((invitation) -> address.equalsIgnoreCase(invitation.text("email_address")));
		}
		return page(call, withStatus(tx, selection, status), (each) -> OrganizationView.invitation(tx, each));
	}

	private JsonNode createAll(Transaction tx, ApiCall call) {
		Resource organization = organization(tx, call);
		List<Body> bodies = call.bodies(CREATE);
		Bulk.requireAtMost(MAXIMUM_BULK, bodies);
		bodies.forEach((body) -> check(tx, organization, body));
		List<ObjectNode> created = bodies.stream().map((body) -> create(tx, organization, body)).toList();
		ObjectNode answer = Json.object();
		answer.set("data", Json.array(created));
		return answer.put("total_count", created.size());
	}

	private ObjectNode create(Transaction tx, Resource organization, Body body) {
		check(tx, organization, body);
		Long days = body.number("expires_in_days");
		long expiry = tx.now() + DAY * ((days != null) ? days : 30);
		return OrganizationInvitations.create(tx, expiry, body.text("redirect_url"), body.flag("notify", true),
				(draft) -> {
					draft.set("organization_id", organization.id());
					draft.set("email_address", address(body));
					draft.set("inviter_id", body.text("inviter_user_id"));
					body.copy(draft, "role", "public_metadata", "private_metadata");
				});
	}

	private void check(Transaction tx, Resource organization, Body body) {
		String address = address(body);
		RoleSets.role(tx, organization, body.required("role"));
		String inviter = body.text("inviter_user_id");
		if (inviter != null && Memberships.find(tx, organization.id(), inviter) == null) {
			throw ApiException.forbidden("not_a_member_in_organization",
					"Current user is not a member of the organization. Only organization members can perform this action.");
		}
		Memberships.requireSeat(tx, organization);
		requireNotMember(tx, organization, address);
		boolean pending = table(tx).by("email_address", address)
			.stream()
			.anyMatch((other) -> organization.id().equals(other.text("organization_id"))
					&& OrganizationView.status(tx, other).equals("pending"));
		if (pending) {
			throw ApiException.badRequest("organization_invitation_not_unique",
					"Organizations cannot have duplicate pending invitations for an email address.");
		}
	}

	private void requireNotMember(Transaction tx, Resource organization, String address) {
		Resource email = tx.table(UserShapes.EMAIL_ADDRESS).first("email_address", address);
		if (email != null && Memberships.find(tx, organization.id(), email.required("user_id")) != null) {
			throw ApiException.badRequest("already_a_member_in_organization",
					address + " already belongs to a member of the organization.");
		}
	}

	private JsonNode revoke(Transaction tx, ApiCall call) {
		Resource invitation = invitation(tx, call);
		Body body = call.body(Fields.none().nullable(FieldType.STRING, "requesting_user_id"));
		String requester = body.text("requesting_user_id");
		if (requester != null && Memberships.find(tx, call.path("organization_id"), requester) == null) {
			throw ApiException.forbidden("not_a_member_in_organization",
					"Current user is not a member of the organization. Only organization members can perform this action.");
		}
		return OrganizationInvitations.revoke(tx, invitation);
	}

	private JsonNode page(ApiCall call, Selection selection, Function<Resource, ObjectNode> view) {
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST.by("email_address"), view);
	}

	private Selection withStatus(Transaction tx, Selection selection, @Nullable String status) {
		return (status != null) ? selection.where((found) -> OrganizationView.status(tx, found).equals(status))
				: selection;
	}

	private String address(Body body) {
		return Contacts.normalize(UserShapes.EMAIL_ADDRESS, body.required("email_address"));
	}

	private Resource invitation(Transaction tx, ApiCall call) {
		return tx.find(OrganizationShapes.INVITATION, call.path("invitation_id"), "organization_id",
				organization(tx, call).id());
	}

	private Resource organization(Transaction tx, ApiCall call) {
		return tx.find(OrganizationShapes.ORGANIZATION, call.path("organization_id"));
	}

	private Table table(Transaction tx) {
		return tx.table(OrganizationShapes.INVITATION);
	}

}
