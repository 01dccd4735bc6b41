package io.github.clerkspring.emulator.control;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.store.ApiException;

/**
 * Creates the resources of a seed and returns them.
 */
public final class SeedControl implements Family {

	private final Function<String, ObjectNode> seeder;

	public SeedControl(Function<String, ObjectNode> seeder) {
		this.seeder = seeder;
	}

	@Override
	public void register(Operations routes) {
		routes.post("/seed", (tx, call) -> seed(call));
	}

	private JsonNode seed(ApiCall call) {
		try {
			return this.seeder.apply(new String(call.content(), StandardCharsets.UTF_8));
		}
		catch (SeedException ex) {
			throw ApiException.parameter("seed_invalid", ex.path(), "is invalid", String.valueOf(ex.getMessage()));
		}
	}

}
