package io.github.clerkspring.emulator.control;

import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.http.RateLimiter;
import io.github.clerkspring.emulator.store.Json;

/**
 * The rate limits.
 */
public final class RateLimitControl implements Family {

	private final RateLimiter limiter;

	private final Map<String, Integer> limits;

	private final Fields fields;

	public RateLimitControl(RateLimiter limiter, Map<String, Integer> limits) {
		this.limiter = limiter;
		this.limits = limits;
		this.fields = Fields.none()
			.required(FieldType.STRING, "limits")
			.oneOf("limits", limits.keySet().toArray(String[]::new));
	}

	@Override
	public void register(Operations routes) {
		routes.get("/rate_limits", (tx, call) -> show());
		routes.put("/rate_limits", (tx, call) -> change(call));
	}

	private JsonNode change(ApiCall call) {
		this.limiter.limit(this.limits.getOrDefault(call.body(this.fields).required("limits"), 0));
		return show();
	}

	private JsonNode show() {
		int limit = this.limiter.limit();
		return Json.object()
			.put("limits",
					this.limits.entrySet()
						.stream()
						.filter((each) -> each.getValue() == limit)
						.map(Map.Entry::getKey)
						.findFirst()
						.orElseThrow());
	}

}
