package io.github.clerkspring.emulator.access;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.Contacts;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Allowlist and blocklist of identifiers for sign-ups.
 */
final class IdentifierListRoutes implements Family {

	private static final Fields BLOCK = Fields.none().required(FieldType.STRING, "identifier");

	private static final Fields ALLOW = BLOCK.nullable(FieldType.BOOLEAN, "notify");

	@Override
	public void register(Operations routes) {
		routes.get("/allowlist_identifiers", (tx, call) -> Paging.of(call)
			.arrayOrEnvelope(all(tx, AccessShapes.ALLOWLIST_IDENTIFIER), Ordering.NEWEST_FIRST, this::show));
		routes.post("/allowlist_identifiers", this::allow);
		routes.delete("/allowlist_identifiers/{identifier_id}",
				(tx, call) -> delete(tx, call, AccessShapes.ALLOWLIST_IDENTIFIER));
		routes.get("/blocklist_identifiers", this::blocked);
		routes.post("/blocklist_identifiers",
				(tx, call) -> show(add(tx, call, AccessShapes.BLOCKLIST_IDENTIFIER, call.body(BLOCK), null)));
		routes.delete("/blocklist_identifiers/{identifier_id}",
				(tx, call) -> delete(tx, call, AccessShapes.BLOCKLIST_IDENTIFIER));
	}

	private JsonNode blocked(Transaction tx, ApiCall call) {
		Selection selection = all(tx, AccessShapes.BLOCKLIST_IDENTIFIER);
		ObjectNode answer = Json.object();
		answer.set("data",
				Json.array(selection.page(true, null, 0, Integer.MAX_VALUE).stream().map(this::show).toList()));
		return answer.put("total_count", selection.count());
	}

	private JsonNode allow(Transaction tx, ApiCall call) {
		Body body = call.body(ALLOW);
		String identifier = body.required("identifier");
		boolean invites = body.flag("notify", false) && kind(identifier) == UserShapes.EMAIL_ADDRESS
				&& !identifier.startsWith("*");
		String address = (invites) ? Invitations.normalize(identifier) : null;
		return show(add(tx, call, AccessShapes.ALLOWLIST_IDENTIFIER, body, address));
	}

	private Resource add(Transaction tx, ApiCall call, Shape list, Body body, @Nullable String invited) {
		String sent = body.required("identifier");
		Shape kind = kind(sent);
		String identifier = (sent.startsWith("*@")) ? "*" + normalize(kind, "x" + sent.substring(1)).substring(1)
				: normalize(kind, sent);
		if (tx.table(list).first("identifier", identifier) != null) {
			String name = list.object().replace('_', ' ');
			throw new ApiException(400, "duplicate_record", "duplicate " + name,
					"the identifier " + identifier + " already exists");
		}
		if (invited != null) {
			Invitations.requireNotInvited(tx, invited);
		}
		return call.create(tx, list, (draft) -> {
			draft.set("identifier", identifier).set("identifier_type", kind.object());
			draft.set("instance_id", Settings.of(tx).instanceId());
			draft.set("invitation_id", (invited != null) ? Invitations.create(tx, invited, "invitation").id() : null);
		});
	}

	private JsonNode delete(Transaction tx, ApiCall call, Shape list) {
		return tx.delete(tx.find(list, call.path("identifier_id")));
	}

	private ObjectNode show(Resource identifier) {
		ObjectNode node = identifier.toJson();
		String invitationId = identifier.text("invitation_id");
		return (invitationId != null) ? node.put("invitation_id", invitationId) : node;
	}

	private Selection all(Transaction tx, Shape list) {
		return Selection.of(tx.table(list));
	}

	private String normalize(Shape kind, String identifier) {
		try {
			return Contacts.normalize(kind, identifier);
		}
		catch (ApiException ex) {
			throw ApiException.format("identifier",
					"identifier must be a valid email address, phone number or web3 wallet address.");
		}
	}

	private static Shape kind(String identifier) {
		if (identifier.contains("@")) {
			return UserShapes.EMAIL_ADDRESS;
		}
		return (identifier.startsWith("+")) ? UserShapes.PHONE_NUMBER : UserShapes.WEB3_WALLET;
	}

}
