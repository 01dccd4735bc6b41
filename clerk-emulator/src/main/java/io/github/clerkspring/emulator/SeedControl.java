package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.store.ApiException;

/**
 * Takes a seed, and answers with what was made of it.
 */
final class SeedControl implements Family {

	private final InProcess clerk;

	SeedControl(InProcess clerk) {
		this.clerk = clerk;
	}

	@Override
	public void register(Operations routes) {
		routes.post("/seed", (tx, call) -> seed(call));
	}

	private JsonNode seed(ApiCall call) {
		try {
			return this.clerk.seed(new String(call.content(), StandardCharsets.UTF_8));
		}
		catch (SeedException ex) {
			throw ApiException.parameter("seed_invalid", ex.path(), "is invalid", String.valueOf(ex.getMessage()));
		}
	}

}
