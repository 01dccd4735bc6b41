package io.github.clerkspring.emulator.access;

import java.util.List;

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
import io.github.clerkspring.emulator.engine.Urls;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Invitations into the application.
 */
final class InvitationRoutes implements Family {

	private static final String ONE = "/invitations/{invitation_id}";

	private static final List<String> STATUSES = List.of("pending", "accepted", "revoked", "expired");

	private static final int MAXIMUM_BULK = 10;

	private static final Ordering ORDERING = Ordering.NEWEST_FIRST.by("email_address", "expires_at");

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "email_address")
		.nullable(FieldType.OBJECT, "public_metadata")
		.nullable(FieldType.STRING, "redirect_url")
		.nullable(FieldType.BOOLEAN, "notify", "ignore_existing")
		.nullable(FieldType.INTEGER, "expires_in_days")
		.optional(FieldType.STRING, "template_slug")
		.oneOf("template_slug", "invitation", "waitlist_invitation")
		.range(1, 365, "expires_in_days");

	@Override
	public void register(Operations routes) {
		routes.get("/invitations", this::list);
		routes.post("/invitations", this::create);
		routes.post("/invitations/bulk", this::createAll);
		routes.post(ONE + "/revoke", (tx, call) -> Invitations.show(tx, Invitations.revoke(tx, invitation(tx, call))));
		routes.delete("/invitations/{id}", (tx, call) -> tx.delete(tx.find(AccessShapes.INVITATION, call.path("id"))));
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String status = call.query().text("status", STATUSES);
		Selection selection = Selection.of(Invitations.table(tx));
		selection.where((found) -> (status != null) ? status.equals(Invitations.status(tx, found))
				: !"revoked".equals(found.text("status")));
		Search.narrow(selection, call.query().text("query"), "email_address");
		return Paging.of(call).arrayOrEnvelope(selection, ORDERING, (each) -> Invitations.show(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		check(tx, body);
		if (!ignoresExisting(body)) {
			Invitations.requireNoUser(tx, address(body));
		}
		return Invitations.show(tx, invite(tx, body));
	}

	private JsonNode createAll(Transaction tx, ApiCall call) {
		List<Body> bodies = call.bodies(CREATE);
		Bulk.requireAtMost(MAXIMUM_BULK, bodies);
		bodies.forEach((body) -> {
			check(tx, body);
			Invitations.requireNoUser(tx, address(body));
		});
		Bulk.requireDistinct("email_address",
				bodies.stream().filter((body) -> !ignoresExisting(body)).map(this::address).toList());
		return Json
			.array(bodies.stream().map((each) -> invite(tx, each)).map((each) -> Invitations.show(tx, each)).toList());
	}

	private void check(Transaction tx, Body body) {
		String address = address(body);
		Urls.requireAbsolute("redirect_url", body.text("redirect_url"));
		if (!ignoresExisting(body)) {
			Invitations.requireNotInvited(tx, address);
		}
	}

	private Resource invite(Transaction tx, Body body) {
		ObjectNode metadata = body.object("public_metadata");
		Long days = body.number("expires_in_days");
		return Invitations.create(tx, address(body), (metadata != null) ? metadata : Json.object(),
				(days != null) ? days : Invitations.USUAL_DAYS, body.text("redirect_url"),
				(body.flag("notify", true)) ? template(body) : null);
	}

	private static String template(Body body) {
		String slug = body.text("template_slug");
		return (slug != null) ? slug : "invitation";
	}

	private String address(Body body) {
		return Invitations.normalize(body.required("email_address"));
	}

	private static boolean ignoresExisting(Body body) {
		return body.flag("ignore_existing", false);
	}

	private Resource invitation(Transaction tx, ApiCall call) {
		return tx.find(AccessShapes.INVITATION, call.path("invitation_id"));
	}

}
