package io.github.clerkspring.emulator.sessions;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * Replacement of expired tokens. The response to an invalid request is 401 with a
 * specific code.
 */
final class SessionRefreshRoutes implements Family {

	private static final Fields REFRESH = Fields.none()
		.required(FieldType.STRING, "expired_token", "refresh_token", "request_origin")
		.nullable(FieldType.OBJECT, "request_headers")
		.nullable(FieldType.STRING, "format", "request_originating_ip")
		.oneOf("format", "token", "cookie");

	@Override
	public void register(Operations routes) {
		routes.add("POST", "/sessions/{session_id}/refresh", this::refresh, Route::badRequests);
	}

	private JsonNode refresh(Transaction tx, ApiCall call) {
		Body body = call.body(REFRESH);
		String sessionId = call.path("session_id");
		JsonNode claims = TokenSigner.of(tx).verify(body.required("expired_token"));
		if (claims == null) {
			throw refused("expired_session_token_invalid", "The session token could not be verified");
		}
		String origin = body.required("request_origin");
		checkClaims(claims, sessionId, origin);
		Resource session = Sessions.table(tx).find(sessionId);
		if (session == null) {
			throw refused("session_refresh_session_not_found", "No session was found with id " + sessionId);
		}
		require(Sessions.isActive(tx, session), "session_refresh_inactive_session", "The session is not active");
		require(body.required("refresh_token").equals(session.text("refresh_token")), "refresh_token_not_found",
				"The provided refresh token was not found");
		String token = SessionTokens.token(tx, session, SessionTokens.LIFETIME, origin);
		if (!"cookie".equals(body.text("format"))) {
			return Json.object().put("object", "token").put("jwt", token);
		}
		boolean suffixed = Boolean.TRUE.equals(call.query().flag("suffixed_cookies"));
		return cookies(token, (suffixed) ? Settings.of(tx).cookieSuffix() : null);
	}

	private static void checkClaims(JsonNode claims, String sessionId, String origin) {
		require(claims.has("sid"), "expired_session_token_missing_sid", "The expired token has no 'sid' claim");
		require(sessionId.equals(claims.path("sid").asString("")), "refresh_sid_mismatch",
				"The 'sid' claim of the expired token names another session");
		require(claims.has("azp"), "expired_session_token_missing_azp", "The expired token has no 'azp' claim");
		require(origin.equals(claims.path("azp").asString("")), "refresh_request_origin_azp_mismatch",
				"The request origin is not the 'azp' claim of the expired token");
	}

	private static ObjectNode cookies(String token, @Nullable String suffix) {
		ObjectNode answer = Json.object().put("object", "cookies");
		String value = "=" + token + "; Path=/; SameSite=Lax";
		ArrayNode cookies = answer.putArray("cookies").add("__session" + value);
		if (suffix != null) {
			cookies.add("__session_" + suffix + value);
		}
		return answer;
	}

	private static void require(boolean condition, String code, String message) {
		if (!condition) {
			throw refused(code, message);
		}
	}

	private static ApiException refused(String code, String message) {
		return new ApiException(401, code, message, message);
	}

}
