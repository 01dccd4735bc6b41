package io.github.clerkspring.emulator.users;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.instance.LiveSessions;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Passwords and second factors of users.
 */
final class UserCredentialRoutes implements Family {

	@Override
	public void register(Operations routes) {
		routes.post("/users/{user_id}/verify_password", this::verifyPassword);
		routes.add("POST", "/users/{user_id}/remove_password", this::removePassword, Route::badRequests);
		routes.post("/users/{user_id}/password/set_compromised", this::setCompromised);
		routes.post("/users/{user_id}/password/unset_compromised", this::unsetCompromised);
		routes.post("/users/{user_id}/verify_totp", this::verifyTotp);
		routes.delete("/users/{user_id}/totp", (tx, call) -> disable(tx, call, UserCredentialRoutes::withoutTotp));
		routes.delete("/users/{user_id}/backup_code",
				(tx, call) -> disable(tx, call, UserCredentialRoutes::withoutCodes));
		routes.delete("/users/{user_id}/mfa", (tx, call) -> disable(tx, call, (draft) -> {
			withoutTotp(draft);
			withoutCodes(draft);
			draft.set("mfa_disabled_at", tx.now());
		}));
	}

	private JsonNode verifyPassword(Transaction tx, ApiCall call) {
		String password = call.body(Fields.none().required(FieldType.STRING, "password")).required("password");
		Resource user = user(tx, call);
		requirePassword(user);
		if (!Passwords.matches(user, password)) {
			throw ApiException.parameter("incorrect_password", "password", "Incorrect password",
					"The password is not that of the user.");
		}
		return Json.object().put("verified", true);
	}

	private JsonNode removePassword(Transaction tx, ApiCall call) {
		Body body = call.body(Fields.none().optional(FieldType.BOOLEAN, "sign_out_of_other_sessions"));
		Resource user = user(tx, call);
		requirePassword(user);
		if (body.flag("sign_out_of_other_sessions", false)) {
			LiveSessions.of(tx).revokeAll(tx, user.id());
		}
		return change(tx, user,
				(draft) -> draft.set("password", null).set("password_hasher", null).set("password_enabled", false));
	}

	private JsonNode setCompromised(Transaction tx, ApiCall call) {
		Body body = call.body(Fields.none().nullable(FieldType.BOOLEAN, "revoke_all_sessions"));
		Resource user = user(tx, call);
		requirePassword(user);
		if (body.flag("revoke_all_sessions", false)) {
			LiveSessions.of(tx).revokeAll(tx, user.id());
		}
		return change(tx, user, (draft) -> draft.set("password_compromised", true));
	}

	private JsonNode unsetCompromised(Transaction tx, ApiCall call) {
		Resource user = user(tx, call);
		requirePassword(user);
		return change(tx, user, (draft) -> draft.set("password_compromised", null));
	}

	private JsonNode verifyTotp(Transaction tx, ApiCall call) {
		String code = call.body(Fields.none().required(FieldType.STRING, "code")).required("code");
		Resource user = user(tx, call);
		String secret = user.text("totp_secret");
		if (secret == null) {
			throw ApiException.badRequest("totp_disabled", "The user has no authenticator application.");
		}
		if (Passwords.isTotp(secret, code, tx.now())) {
			return Json.object().put("verified", true).put("code_type", "totp");
		}
		List<?> codes = (user.get("backup_codes") instanceof List<?> list) ? list : List.of();
		if (!codes.contains(code)) {
			throw ApiException.parameter("totp_incorrect_code", "code", "Incorrect code", "The code is not right.");
		}
		List<Object> rest = new ArrayList<>(codes);
		rest.remove(code);
		change(tx, user, (draft) -> draft.set("backup_codes", rest));
		return Json.object().put("verified", true).put("code_type", "backup_code");
	}

	private JsonNode disable(Transaction tx, ApiCall call, Consumer<Draft> changes) {
		Resource user = user(tx, call);
		change(tx, user, (draft) -> {
			changes.accept(draft);
			boolean second = user.flag("totp_enabled");
			draft.set("two_factor_enabled", second);
		});
		return Json.object().put("user_id", user.id());
	}

	private ObjectNode change(Transaction tx, Resource user, Consumer<Draft> changes) {
		ObjectNode node = UserView.show(tx, tx.update(user, changes));
		tx.publish("user.updated", node);
		return node;
	}

	private Resource user(Transaction tx, ApiCall call) {
		return tx.find(UserShapes.USER, call.path("user_id"));
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
