package io.github.clerkspring.emulator.sessions;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.organizations.Memberships;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Sessions and their tokens.
 */
final class SessionRoutes implements Family {

	private static final String ONE = "/sessions/{session_id}";

	private static final List<String> STATUSES = List.of("abandoned", "active", "ended", "expired", "removed",
			"replaced", "revoked", "pending");

	private static final long MINIMUM_LIFETIME = 30;

	private static final long MAXIMUM_LIFETIME = 315_360_000;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "user_id")
		.nullable(FieldType.STRING, "active_organization_id");

	private static final Fields TOKEN = Fields.none()
		.nullable(FieldType.INTEGER, "expires_in_seconds")
		.range(MINIMUM_LIFETIME, MAXIMUM_LIFETIME, "expires_in_seconds");

	@Override
	public void register(Operations routes) {
		routes.get("/sessions", this::list);
		routes.post("/sessions", this::create);
		routes.get(ONE, (tx, call) -> Sessions.show(tx, session(tx, call)));
		routes.post(ONE + "/revoke", this::revoke);
		routes.post(ONE + "/tokens", this::token);
		routes.post(ONE + "/tokens/{template_name}", this::templateToken);
		routes.add("POST", ONE + "/verify", this::verify, Route::badRequests);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Selection selection = Selection.of(Sessions.table(tx))
			.in("user_id", single(call.query().text("user_id")))
			.in("client_id", single(call.query().text("client_id")));
		String status = call.query().text("status", STATUSES);
		if (status != null) {
			selection.where((session) -> status.equals(Sessions.status(tx, session)));
		}
		return Paging.of(call).arrayOrEnvelope(selection, Ordering.NEWEST_FIRST, (each) -> Sessions.show(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		Resource user = tx.find(UserShapes.USER, body.required("user_id"));
		Sessions.requireNotBanned(user);
		String organizationId = body.text("active_organization_id");
		if (organizationId != null && Memberships.find(tx, organizationId, user.id()) == null) {
			throw ApiException.missingResource("active_organization_id");
		}
		return Sessions.show(tx, Sessions.start(tx, user, organizationId));
	}

	private JsonNode revoke(Transaction tx, ApiCall call) {
		Resource session = session(tx, call);
		Sessions.end(tx, session, "revoked");
		return Sessions.show(tx, session);
	}

	private JsonNode token(Transaction tx, ApiCall call) {
		Resource session = active(tx, call);
		Long lifetime = lifetime(call);
		return answer(SessionTokens.token(tx, session, (lifetime != null) ? lifetime : SessionTokens.LIFETIME, null));
	}

	private JsonNode templateToken(Transaction tx, ApiCall call) {
		Resource session = active(tx, call);
		String template = call.path("template_name");
		return answer(TemplateTokens.sign(tx, template, TemplateTokens.claims(tx, template, session, lifetime(call))));
	}

	private JsonNode verify(Transaction tx, ApiCall call) {
		Resource session = session(tx, call);
		String token = call.body(Fields.none().required(FieldType.STRING, "token")).required("token");
		JsonNode claims = TokenSigner.of(tx).verify(token);
		if (claims == null || !session.id().equals(claims.path("sid").asString(""))) {
			throw ApiException.badRequest("invalid_session_token",
					"The token provided could not be successfully verified");
		}
		return Sessions.show(tx, session);
	}

	private Resource active(Transaction tx, ApiCall call) {
		Resource session = session(tx, call);
		if (!Sessions.isActive(tx, session)) {
			throw new ApiException(401, "authentication_invalid", "Invalid authentication",
					"The session " + session.id() + " is " + Sessions.status(tx, session));
		}
		return session;
	}

	private Resource session(Transaction tx, ApiCall call) {
		return tx.find(SessionShapes.SESSION, call.path("session_id"));
	}

	private static @Nullable Long lifetime(ApiCall call) {
		return call.body(TOKEN).number("expires_in_seconds");
	}

	private static JsonNode answer(String token) {
		return Json.object().put("object", "token").put("jwt", token);
	}

	private static List<String> single(@Nullable String value) {
		return (value != null) ? List.of(value) : List.of();
	}

}
