package io.github.clerkspring.emulator.control;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.tokens.SigningKeys;

/**
 * The signing keys. It answers with the key set that is published from then on, the key
 * that signs first.
 */
public final class KeyControl implements Family {

	private final SigningKeys keys;

	public KeyControl(SigningKeys keys) {
		this.keys = keys;
	}

	@Override
	public void register(Operations routes) {
		routes.post("/keys/rotate", (tx, call) -> change(call, this.keys::rotate));
		routes.post("/keys/retire", (tx, call) -> change(call, this.keys::retire));
	}

	private JsonNode change(ApiCall call, Runnable action) {
		call.body(Fields.none());
		action.run();
		return Json.of(this.keys.toJson());
	}

}
