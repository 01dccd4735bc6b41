package io.github.clerkspring.emulator.routes;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

/**
 * Sessions and their tokens.
 */
final class SessionRoutes implements RouteFamily {

	private static final String ONE = "/sessions/{session_id}";

	private static final List<String> STATUSES = List.of("abandoned", "active", "ended", "expired", "removed",
			"replaced", "revoked", "pending");

	private static final long MINIMUM_LIFETIME = 30;

	private static final long MAXIMUM_LIFETIME = 315_360_000;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.STRING, "user_id")
		.nullable(FieldType.STRING, "active_organization_id");

	private static final Fields TOKEN = Fields.none().nullable(FieldType.INTEGER, "expires_in_seconds");

	private final Emulation emulation;

	private final Sessions sessions;

	private final SessionTokens tokens;

	private final TemplateTokens templates;

	private final Memberships memberships;

	SessionRoutes(Emulation emulation, Sessions sessions, SessionTokens tokens, TemplateTokens templates,
			Memberships memberships) {
		this.emulation = emulation;
		this.sessions = sessions;
		this.tokens = tokens;
		this.templates = templates;
		this.memberships = memberships;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/sessions", this::list);
		routes.post("/sessions", this::create);
		routes.get(ONE, (call) -> this.sessions.show(session(call)));
		routes.post(ONE + "/revoke", this::revoke);
		routes.post(ONE + "/tokens", this::token);
		routes.post(ONE + "/tokens/{template_name}", this::templateToken);
		routes.post(ONE + "/verify", this::verify);
	}

	private JsonNode list(ApiCall call) {
		Selection selection = Selection.of(this.sessions.table())
			.in("user_id", single(call.query().text("user_id")))
			.in("client_id", single(call.query().text("client_id")));
		String status = call.query().text("status", STATUSES);
		if (status != null) {
			selection.where((session) -> status.equals(this.sessions.status(session)));
		}
		return Paging.of(call).arrayOrEnvelope(selection, Ordering.NEWEST_FIRST, this.sessions::show);
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(CREATE);
		Resource user = this.emulation.find(UserShapes.USER, body.required("user_id"));
		Sessions.requireNotBanned(user);
		String organizationId = body.text("active_organization_id");
		if (organizationId != null && this.memberships.find(organizationId, user.id()) == null) {
			throw ApiException.missingResource("active_organization_id");
		}
		return this.sessions.show(this.sessions.start(user, organizationId));
	}

	private JsonNode revoke(ApiCall call) {
		Resource session = session(call);
		this.sessions.end(session, "revoked");
		return this.sessions.show(session);
	}

	private JsonNode token(ApiCall call) {
		Resource session = active(call);
		Long lifetime = lifetime(call);
		return answer(this.tokens.token(session, (lifetime != null) ? lifetime : SessionTokens.LIFETIME));
	}

	private JsonNode templateToken(ApiCall call) {
		Resource session = active(call);
		String template = call.path("template_name");
		return answer(this.templates.sign(template, this.templates.claims(template, session, lifetime(call))));
	}

	private JsonNode verify(ApiCall call) {
		Resource session = session(call);
		String token = call.body(Fields.none().required(FieldType.STRING, "token")).required("token");
		JsonNode claims = this.emulation.signer().verify(token);
		if (claims == null || !session.id().equals(claims.path("sid").asString(""))) {
			throw ApiException.badRequest("invalid_session_token",
					"The token provided could not be successfully verified");
		}
		return this.sessions.show(session);
	}

	private Resource active(ApiCall call) {
		Resource session = session(call);
		if (!this.sessions.isActive(session)) {
			throw new ApiException(401, "authentication_invalid", "Invalid authentication",
					"The session " + session.id() + " is " + this.sessions.status(session));
		}
		return session;
	}

	private Resource session(ApiCall call) {
		return this.emulation.find(SessionShapes.SESSION, call.path("session_id"));
	}

	private static @Nullable Long lifetime(ApiCall call) {
		return call.body(TOKEN).number("expires_in_seconds", MINIMUM_LIFETIME, MAXIMUM_LIFETIME);
	}

	private static JsonNode answer(String token) {
		return Json.object().put("object", "token").put("jwt", token);
	}

	private static List<String> single(@Nullable String value) {
		return (value != null) ? List.of(value) : List.of();
	}

}
