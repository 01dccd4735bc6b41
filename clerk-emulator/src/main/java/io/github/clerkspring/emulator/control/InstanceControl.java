package io.github.clerkspring.emulator.control;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;

/**
 * The health of the emulator, the configuration that applications require, and the reset.
 */
public final class InstanceControl implements Family {

	private final Supplier<JsonNode> configuration;

	private final Runnable reset;

	public InstanceControl(Supplier<JsonNode> configuration, Runnable reset) {
		this.configuration = configuration;
		this.reset = reset;
	}

	@Override
	public void register(Operations routes) {
		routes.get("/health", (tx, call) -> Json.object().put("status", "up"));
		routes.get("/instance", (tx, call) -> this.configuration.get());
		routes.add("POST", "/reset", (tx, call) -> reset(call), (route) -> route.status(204));
	}

	private @Nullable JsonNode reset(ApiCall call) {
		call.body(Fields.none());
		this.reset.run();
		return null;
	}

}
