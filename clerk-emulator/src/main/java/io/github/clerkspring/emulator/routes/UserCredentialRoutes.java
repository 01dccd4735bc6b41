package io.github.clerkspring.emulator.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;

/**
 * Passwords and second factors of users.
 */
final class UserCredentialRoutes implements RouteFamily {

	private final Emulation emulation;

	private final UserView view;

	private final Sessions sessions;

	UserCredentialRoutes(Emulation emulation, UserView view, Sessions sessions) {
		this.emulation = emulation;
		this.view = view;
		this.sessions = sessions;
	}

	@Override
	public void register(RouteTable routes) {
		routes.post("/users/{user_id}/verify_password", this::verifyPassword);
		routes.post("/users/{user_id}/remove_password", this::removePassword);
		routes.post("/users/{user_id}/password/set_compromised", this::setCompromised);
		routes.post("/users/{user_id}/password/unset_compromised", this::unsetCompromised);
		routes.post("/users/{user_id}/verify_totp", this::verifyTotp);
		routes.delete("/users/{user_id}/totp", (call) -> disable(call, UserCredentialRoutes::withoutTotp));
		routes.delete("/users/{user_id}/backup_code", (call) -> disable(call, UserCredentialRoutes::withoutCodes));
		routes.delete("/users/{user_id}/mfa", (call) -> disable(call, (draft) -> {
			withoutTotp(draft);
			withoutCodes(draft);
			draft.set("mfa_disabled_at", this.emulation.now());
		}));
	}

	private JsonNode verifyPassword(ApiCall call) {
		String password = call.body(Fields.none().required(FieldType.STRING, "password")).required("password");
		Resource user = user(call);
		requirePassword(user);
		if (!Passwords.matches(user, password)) {
			throw ApiException.parameter("incorrect_password", "password", "Incorrect password",
					"The password is not that of the user.");
		}
		return Json.object().put("verified", true);
	}

	private JsonNode removePassword(ApiCall call) {
		Body body = call.body(Fields.none().optional(FieldType.BOOLEAN, "sign_out_of_other_sessions"));
		Resource user = user(call);
		requirePassword(user);
		if (body.flag("sign_out_of_other_sessions", false)) {
			this.sessions.revokeAll(user.id());
		}
		return change(user,
				(draft) -> draft.set("password", null).set("password_hasher", null).set("password_enabled", false));
	}

	private JsonNode setCompromised(ApiCall call) {
		Body body = call.body(Fields.none().nullable(FieldType.BOOLEAN, "revoke_all_sessions"));
		Resource user = user(call);
		requirePassword(user);
		if (body.flag("revoke_all_sessions", false)) {
			this.sessions.revokeAll(user.id());
		}
		return change(user, (draft) -> draft.set("password_compromised", true));
	}

	private JsonNode unsetCompromised(ApiCall call) {
		Resource user = user(call);
		requirePassword(user);
		return change(user, (draft) -> draft.set("password_compromised", null));
	}

	private JsonNode verifyTotp(ApiCall call) {
		String code = call.body(Fields.none().required(FieldType.STRING, "code")).required("code");
		Resource user = user(call);
		String secret = user.text("totp_secret");
		if (secret == null) {
			throw ApiException.badRequest("totp_disabled", "The user has no authenticator application.");
		}
		if (Passwords.isTotp(secret, code, this.emulation.now())) {
			return Json.object().put("verified", true).put("code_type", "totp");
		}
		List<?> codes = (user.get("backup_codes") instanceof List<?> list) ? list : List.of();
		if (!codes.contains(code)) {
			throw ApiException.parameter("totp_incorrect_code", "code", "Incorrect code", "The code is not right.");
		}
		List<Object> rest = new ArrayList<>(codes);
		rest.remove(code);
		change(user, (draft) -> draft.set("backup_codes", rest));
		return Json.object().put("verified", true).put("code_type", "backup_code");
	}

	private JsonNode disable(ApiCall call, Consumer<Draft> changes) {
		Resource user = user(call);
		change(user, (draft) -> {
			changes.accept(draft);
			boolean second = user.flag("totp_enabled");
			draft.set("two_factor_enabled", second);
		});
		return Json.object().put("user_id", user.id());
	}

	private ObjectNode change(Resource user, Consumer<Draft> changes) {
		ObjectNode node = this.view.show(this.emulation.table(UserShapes.USER).update(user, changes));
		this.emulation.events().publish("user.updated", node);
		return node;
	}

	private Resource user(ApiCall call) {
		return this.emulation.find(UserShapes.USER, call.path("user_id"));
	}

	private static void requirePassword(Resource user) {
		if (!user.flag("password_enabled")) {
			throw ApiException.badRequest("no_password_set", "The user has no password.");
		}
	}

	private static void withoutTotp(Draft draft) {
		draft.set("totp_secret", null).set("totp_enabled", false);
	}

	private static void withoutCodes(Draft draft) {
		draft.set("backup_codes", null).set("backup_code_enabled", false);
	}

}
