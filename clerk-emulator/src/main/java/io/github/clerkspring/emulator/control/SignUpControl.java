package io.github.clerkspring.emulator.control;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.sessions.Handshakes;
import io.github.clerkspring.emulator.sessions.Sessions;
import io.github.clerkspring.emulator.signin.SignUps;
import io.github.clerkspring.emulator.signin.TicketRedemption;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Steps of users at Clerk's Frontend API: sign up, redeem tickets and refresh sessions.
 */
public final class SignUpControl implements Family {

	@Override
	public void register(Operations routes) {
		routes.post("/sign_ups", (tx, call) -> begin(tx, call));
		routes.post("/sign_ups/{sign_up_id}/complete", (tx, call) -> complete(tx, call));
		routes.post("/tokens/redeem", (tx, call) -> redeem(tx, call));
		routes.post("/sessions/{session_id}/handshake", (tx, call) -> handshake(tx, call));
		routes.get("/sessions/{session_id}/refresh_token",
				(tx, call) -> Json.object().put("refresh_token", Sessions.refreshToken(tx, call.path("session_id"))));
	}

	private JsonNode begin(Transaction tx, ApiCall call) {
		return Json.object().put("id", SignUps.begin(tx, text(call, "email_address")));
	}

	private JsonNode complete(Transaction tx, ApiCall call) {
		call.body(Fields.none());
		return session(SignUps.complete(tx, call.path("sign_up_id")));
	}

	private JsonNode redeem(Transaction tx, ApiCall call) {
		return session(TicketRedemption.redeem(tx, text(call, "ticket")));
	}

	private JsonNode handshake(Transaction tx, ApiCall call) {
		String party = call.body(Fields.none().nullable(FieldType.STRING, "authorized_party")).text("authorized_party");
		return Json.object().put("nonce", Handshakes.begin(tx, call.path("session_id"), party));
	}

	private static String text(ApiCall call, String field) {
		return call.body(Fields.none().required(FieldType.STRING, field)).required(field);
	}

	private static JsonNode session(String id) {
		return Json.object().put("session_id", id);
	}

}
