package io.github.clerkspring.emulator.access;

import java.util.List;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Bulk;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Search;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The waiting list.
 */
final class WaitlistRoutes implements Family {

	private static final String ONE = "/waitlist_entries/{waitlist_entry_id}";

	private static final List<String> STATUSES = List.of("pending", "invited", "completed", "rejected");

	private static final int MAXIMUM_BULK = 50;

	private static final Ordering ORDERING = Ordering.NEWEST_FIRST.by("email_address", "invited_at");

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "email_address")
		.nullable(FieldType.BOOLEAN, "notify");

	private static final Fields INVITE = Fields.none().nullable(FieldType.BOOLEAN, "ignore_existing");

	@Override
	public void register(Operations routes) {
		routes.get("/waitlist_entries", this::list);
		routes.post("/waitlist_entries", (tx, call) -> join(tx, call.body(CREATE)));
		routes.post("/waitlist_entries/bulk", this::joinAll);
		routes.delete(ONE, this::delete);
		routes.post(ONE + "/invite", this::invite);
		routes.post(ONE + "/reject", this::reject);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		String status = call.query().text("status", STATUSES);
		Selection selection = Selection.of(Waitlist.table(tx));
		if (status != null) {
			selection.where((entry) -> status.equals(entry.text("status")));
		}
		Search.narrow(selection, call.query().text("query"), "email_address");
		return Paging.of(call).envelope(selection, ORDERING, (each) -> Waitlist.show(tx, each));
	}

	private JsonNode joinAll(Transaction tx, ApiCall call) {
		List<Body> bodies = call.bodies(CREATE);
		Bulk.requireAtMost(MAXIMUM_BULK, bodies);
		Bulk.requireDistinct("email_address", bodies.stream().map(this::address).toList());
		return Json.array(bodies.stream().map((each) -> join(tx, each)).toList());
	}

	private JsonNode join(Transaction tx, Body body) {
		return Waitlist.show(tx, Waitlist.join(tx, address(body), body.flag("notify", true)));
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource entry = entry(tx, call);
		if (!"pending".equals(entry.text("status"))) {
			throw conflict(entry, "deleted");
		}
		return tx.delete(entry);
	}

	private JsonNode invite(Transaction tx, ApiCall call) {
		Resource entry = entry(tx, call);
		String address = entry.required("email_address");
		if (!call.body(INVITE).flag("ignore_existing", false)) {
			Invitations.requireNotInvited(tx, address);
			Invitations.requireNoUser(tx, address);
		}
		Resource invitation = Invitations.create(tx, address, "waitlist_invitation");
		return Waitlist.show(tx, Waitlist.change(tx, entry, (draft) -> {
			draft.set("status", "invited").set("invitation_id", invitation.id());
			draft.set("invited_at", tx.now());
		}));
	}

	private JsonNode reject(Transaction tx, ApiCall call) {
		Resource entry = entry(tx, call);
		if ("completed".equals(entry.text("status"))) {
			throw conflict(entry, "rejected");
		}
		Resource invitation = Waitlist.invitation(tx, entry);
		if (invitation != null && Invitations.status(tx, invitation).equals("pending")) {
			Invitations.revoke(tx, invitation);
		}
		return Waitlist.show(tx, Waitlist.change(tx, entry, (draft) -> draft.set("status", "rejected")));
	}

	private String address(Body body) {
		return Invitations.normalize(body.required("email_address"));
	}

	private Resource entry(Transaction tx, ApiCall call) {
		return tx.find(AccessShapes.WAITLIST_ENTRY, call.path("waitlist_entry_id"));
	}

	private static ApiException conflict(Resource entry, String participle) {
		return new ApiException(409, "conflict", "Conflict",
				"The entry is " + entry.text("status") + " and cannot be " + participle + ".");
	}

}
