package io.github.clerkspring.emulator;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;

/**
 * What people and browsers do at Clerk's Frontend API: sign up, use up tickets, and keep
 * the token that refreshes a session.
 */
final class SignUpControl implements Family {

	private final ClerkEmulator clerk;

	SignUpControl(ClerkEmulator clerk) {
		this.clerk = clerk;
	}

	@Override
	public void register(Operations routes) {
		routes.post("/sign_ups", (tx, call) -> begin(call));
		routes.post("/sign_ups/{sign_up_id}/complete", (tx, call) -> complete(call));
		routes.post("/tokens/redeem", (tx, call) -> redeem(call));
		routes.post("/sessions/{session_id}/handshake",
				(tx, call) -> Json.object().put("nonce", this.clerk.handshakeNonce(call.path("session_id"))));
		routes.get("/sessions/{session_id}/refresh_token",
				(tx, call) -> Json.object().put("refresh_token", this.clerk.refreshToken(call.path("session_id"))));
	}

	private JsonNode begin(ApiCall call) {
		return Json.object().put("id", this.clerk.signUps().begin(text(call, "email_address")));
	}

	private JsonNode complete(ApiCall call) {
		call.body(Fields.none());
		return session(this.clerk.signUps().complete(call.path("sign_up_id")));
	}

	private JsonNode redeem(ApiCall call) {
		return session(this.clerk.redeem(text(call, "ticket")));
	}

	private static String text(ApiCall call, String field) {
		return call.body(Fields.none().required(FieldType.STRING, field)).required(field);
	}

	private static JsonNode session(String id) {
		return Json.object().put("session_id", id);
	}

}
