package io.github.clerkspring.emulator.sessions;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Clients: browsers and devices with sessions.
 */
final class ClientRoutes implements Family {

	@Override
	public void register(Operations routes) {
		routes.get("/clients",
				(tx, call) -> Paging.of(call)
					.arrayOrEnvelope(Selection.of(tx.table(SessionShapes.CLIENT)), Ordering.NEWEST_FIRST,
							(each) -> Sessions.showClient(tx, each)));
		routes.add("POST", "/clients/verify", this::verify, Route::badRequests);
		routes.get("/clients/handshake_payload", this::handshakePayload);
		routes.get("/clients/{client_id}",
				(tx, call) -> Sessions.showClient(tx, tx.find(SessionShapes.CLIENT, call.path("client_id"))));
	}

	private JsonNode verify(Transaction tx, ApiCall call) {
		String token = call.body(Fields.none().required(FieldType.STRING, "token")).required("token");
		JsonNode claims = TokenSigner.of(tx).verify(token);
		if (claims == null) {
			throw ApiException.badRequest("cookie_invalid", "The token could not be verified");
		}
		String sessionId = claims.path("sid").asString("");
		Resource session = Sessions.table(tx).find(sessionId);
		if (session == null) {
			throw ApiException.badRequest("cookie_invalid", "The token is missing the following claims: sid");
		}
		return Sessions.showClient(tx, tx.find(SessionShapes.CLIENT, session.required("client_id")));
	}

	private JsonNode handshakePayload(Transaction tx, ApiCall call) {
		return Handshakes.payload(tx, call.query().required("nonce"));
	}

}
