package io.github.clerkspring.emulator.routes;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;

/**
 * Clients: the browsers and devices that hold sessions.
 */
final class ClientRoutes implements RouteFamily {

	private final Emulation emulation;

	private final Sessions sessions;

	ClientRoutes(Emulation emulation, Sessions sessions) {
		this.emulation = emulation;
		this.sessions = sessions;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/clients",
				(call) -> Paging.of(call)
					.arrayOrEnvelope(Selection.of(this.emulation.table(SessionShapes.CLIENT)), Ordering.NEWEST_FIRST,
							this.sessions::showClient));
		routes.post("/clients/verify", this::verify);
		routes.get("/clients/{client_id}",
				(call) -> this.sessions.showClient(this.emulation.find(SessionShapes.CLIENT, call.path("client_id"))));
	}

	private JsonNode verify(ApiCall call) {
		String token = call.body(Fields.none().required(FieldType.STRING, "token")).required("token");
		JsonNode claims = this.emulation.signer().verify(token);
		if (claims == null) {
			throw ApiException.badRequest("cookie_invalid", "The token could not be verified");
		}
		String sessionId = claims.path("sid").asString("");
		Resource session = this.sessions.table().find(sessionId);
		if (session == null) {
			throw ApiException.badRequest("cookie_invalid", "The token is missing the following claims: sid");
		}
		return this.sessions.showClient(this.emulation.find(SessionShapes.CLIENT, session.required("client_id")));
	}

}
