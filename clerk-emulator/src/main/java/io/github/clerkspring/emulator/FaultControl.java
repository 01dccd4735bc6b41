package io.github.clerkspring.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * The failures that are to come.
 */
final class FaultControl implements Family {

	private static final int LONGEST = 3_600_000;

	private static final Fields FIELDS = Fields.none()
		.required(FieldType.STRING, "kind")
		.oneOf("kind", Stream.of(Fault.Kind.values()).map(FaultControl::name).toArray(String[]::new))
		.optional(FieldType.INTEGER, "status", "times", "retry_after", "delay_ms")
		.optional(FieldType.STRING, "operation", "code", "message", "param_name");

	private final Faults faults;

	FaultControl(Faults faults) {
		this.faults = faults;
	}

	@Override
	public void register(Operations routes) {
		routes.get("/faults", (tx, call) -> show());
		routes.post("/faults", (tx, call) -> add(call));
		routes.add("DELETE", "/faults", (tx, call) -> clear(), (route) -> route.status(204));
	}

	private JsonNode add(ApiCall call) {
		Body body = call.body(FIELDS);
		Long times = body.number("times", 1, Integer.MAX_VALUE);
		Long retryAfter = body.number("retry_after", 0, LONGEST);
		Long delay = body.number("delay_ms", 0, LONGEST);
		String operation = body.text("operation");
		Fault fault = fault(body);
		fault = (times != null) ? fault.times(times.intValue()) : fault;
		fault = (retryAfter != null) ? fault.retryAfter(Duration.ofSeconds(retryAfter)) : fault;
		fault = (delay != null) ? fault.delay(Duration.ofMillis(delay)) : fault;
		try {
			this.faults.add((operation != null) ? fault.on(operation) : fault);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.format("operation", String.valueOf(ex.getMessage()));
		}
		catch (IllegalStateException ex) {
			throw ApiException.badRequest("too_many_faults", String.valueOf(ex.getMessage()));
		}
		return show();
	}

	private @Nullable JsonNode clear() {
		this.faults.clear();
		return null;
	}

	private JsonNode show() {
		ObjectNode list = Json.object();
		ArrayNode data = list.putArray("data");
		this.faults.all().forEach((fault) -> data.add(show(fault)));
		return list.put("total_count", data.size());
	}

	private static Fault fault(Body body) {
		Fault.Kind kind = Fault.Kind.valueOf(body.required("kind").toUpperCase(Locale.ROOT));
		Long status = body.number("status", Fault.LOWEST_STATUS, Fault.HIGHEST_STATUS);
		if (kind == Fault.Kind.STATUS && status == null) {
			throw ApiException.parameter("form_param_missing", "status", "is missing", "status must be included.");
		}
		for (String name : List.of("status", "code", "message", "param_name")) {
			if (kind != Fault.Kind.STATUS && body.has(name)) {
				throw ApiException.parameter("form_param_unknown", name, "is unknown",
						name + " is allowed only with the kind status.");
			}
		}
		return (status != null) ? error(Fault.status(status.intValue()), body) : Fault.of(kind);
	}

	private static Fault error(Fault fault, Body body) {
		body.requireLength("code", 1, Integer.MAX_VALUE);
		String code = body.text("code");
		String message = body.text("message");
		String parameter = body.text("param_name");
		Fault described = (code != null) ? fault.code(code) : fault;
		described = (message != null) ? described.message(message) : described;
		return (parameter != null) ? described.parameter(parameter) : described;
	}

	private static ObjectNode show(Fault fault) {
		Duration retryAfter = fault.retryAfter();
		return Json.object()
			.put("kind", name(fault.kind()))
			.put("status", (fault.kind() == Fault.Kind.STATUS) ? Integer.valueOf(fault.status()) : null)
			.put("times", fault.times())
			.put("retry_after", (retryAfter != null) ? Long.valueOf(retryAfter.toSeconds()) : null)
			.put("delay_ms", fault.delay().toMillis())
			.put("operation", fault.operation())
			.put("code", fault.details().code())
			.put("message", fault.details().message())
			.put("param_name", fault.details().parameter());
	}

	private static String name(Fault.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
