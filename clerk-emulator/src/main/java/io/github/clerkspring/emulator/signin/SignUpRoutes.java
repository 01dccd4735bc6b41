package io.github.clerkspring.emulator.signin;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Sign-ups that are under way.
 */
final class SignUpRoutes implements Family {

	private static final Fields UPDATE = Fields.none()
		.nullable(FieldType.STRING, "external_id")
		.nullable(FieldType.BOOLEAN, "custom_action");

	@Override
	public void register(Operations routes) {
		routes.get("/sign_ups/{id}", (tx, call) -> SignUps.show(tx, SignUps.find(tx, call.path("id"))));
		routes.patch("/sign_ups/{id}", this::update);
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource signUp = SignUps.requireOpen(tx, SignUps.find(tx, call.path("id")));
		Body body = call.body(UPDATE);
		return SignUps.show(tx, tx.update(signUp, (draft) -> body.copy(draft, "external_id", "custom_action")));
	}

}
