package io.github.clerkspring.emulator;

import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Json;

/**
 * The rate limits.
 */
final class RateLimitControl implements Family {

	private static final Fields FIELDS = Fields.none()
		.required(FieldType.STRING, "limits")
		.oneOf("limits", Stream.of(RateLimits.values()).map(RateLimitControl::name).toArray(String[]::new));

	private final RateLimiter limiter;

	RateLimitControl(RateLimiter limiter) {
		this.limiter = limiter;
	}

	@Override
	public void register(Operations routes) {
		routes.get("/rate_limits", (tx, call) -> show());
		routes.put("/rate_limits", (tx, call) -> change(call));
	}

	private JsonNode change(ApiCall call) {
		String limits = call.body(FIELDS).required("limits");
		this.limiter.limit(RateLimits.valueOf(limits.toUpperCase(Locale.ROOT)));
		return show();
	}

	private JsonNode show() {
		return Json.object().put("limits", name(this.limiter.limits()));
	}

	private static String name(RateLimits limits) {
		return limits.name().toLowerCase(Locale.ROOT);
	}

}
