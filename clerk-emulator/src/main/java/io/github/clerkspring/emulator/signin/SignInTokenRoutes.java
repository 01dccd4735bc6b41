package io.github.clerkspring.emulator.signin;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.instance.Tickets;
import io.github.clerkspring.emulator.organizations.Memberships;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Sign-in tokens, actor tokens, and testing tokens, which bypass bot protection.
 */
final class SignInTokenRoutes implements Family {

	private static final long MONTH = 2_592_000;

	private static final long HOUR = 3600;

	private static final long HALF_HOUR = 1800;

	private static final Fields SIGN_IN = Fields.none()
		.required(FieldType.STRING, "user_id")
		.nullable(FieldType.STRING, "org_id")
		.nullable(FieldType.INTEGER, "expires_in_seconds")
		.range(1, Integer.MAX_VALUE, "expires_in_seconds");

	private static final Fields ACTOR = Fields.none()
		.required(FieldType.STRING, "user_id")
		.required(FieldType.OBJECT, "actor")
		.nullable(FieldType.INTEGER, "expires_in_seconds", "session_max_duration_in_seconds")
		.range(1, Integer.MAX_VALUE, "expires_in_seconds", "session_max_duration_in_seconds");

	@Override
	public void register(Operations routes) {
		routes.post("/sign_in_tokens", this::createSignInToken);
		routes.post("/sign_in_tokens/{sign_in_token_id}/revoke", (tx, call) -> revoke(tx, SignInShapes.SIGN_IN_TOKEN,
				call.path("sign_in_token_id"), "sign_in_token_cannot_be_revoked_code"));
		routes.post("/actor_tokens", this::createActorToken);
		routes.post("/actor_tokens/{actor_token_id}/revoke", (tx, call) -> revoke(tx, SignInShapes.ACTOR_TOKEN,
				call.path("actor_token_id"), "actor_token_cannot_be_revoked_code"));
		routes.post("/testing_tokens", this::createTestingToken);
	}

	private JsonNode createSignInToken(Transaction tx, ApiCall call) {
		Body body = call.body(SIGN_IN);
		long lifetime = orElse(body.number("expires_in_seconds"), MONTH);
		Resource user = tx.find(UserShapes.USER, body.required("user_id"));
		String organizationId = body.text("org_id");
		if (organizationId != null && Memberships.find(tx, organizationId, user.id()) == null) {
			throw ApiException.forbidden("not_a_member_in_organization",
					"The user is not a member of the organization.");
		}
		return create(tx, call, SignInShapes.SIGN_IN_TOKEN, user, lifetime,
				(draft) -> draft.set("org_id", organizationId));
	}

	private JsonNode createActorToken(Transaction tx, ApiCall call) {
		Body body = call.body(ACTOR);
		long lifetime = orElse(body.number("expires_in_seconds"), HOUR);
		long session = orElse(body.number("session_max_duration_in_seconds"), HALF_HOUR);
		ObjectNode actor = body.object("actor");
		if (actor == null || actor.path("sub").asString("").isEmpty()) {
			throw ApiException.missing("actor.sub");
		}
		Resource user = tx.find(UserShapes.USER, body.required("user_id"));
		return create(tx, call, SignInShapes.ACTOR_TOKEN, user, lifetime,
				(draft) -> draft.set("actor", actor).set("session_lifetime", session));
	}

	private JsonNode create(Transaction tx, ApiCall call, Shape shape, Resource user, long lifetime,
			Consumer<Draft> more) {
		Resource created = call.create(tx, shape, (draft) -> {
			draft.set("user_id", user.id());
			more.accept(draft);
		});
		String ticket = Tickets.issue(tx, shape, created.id(), tx.now() + lifetime * 1000, null);
		return tx.update(created, (draft) -> draft.set("token", ticket).set("url", Tickets.url(tx, ticket))).toJson();
	}

	private JsonNode revoke(Transaction tx, Shape shape, String id, String code) {
		return Tickets.revoke(tx, shape, tx.find(shape, id), code).toJson();
	}

	private JsonNode createTestingToken(Transaction tx, ApiCall call) {
		long now = tx.now() / 1000;
		return Json.object()
			.put("object", "testing_token")
			.put("token", now + "-" + tx.ids().next("c"))
			.put("expires_at", now + HOUR);
	}

	private static long orElse(@Nullable Long value, long usual) {
		return (value != null) ? value : usual;
	}

}
