package io.github.clerkspring.emulator.control;

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
import io.github.clerkspring.emulator.http.Failure;
import io.github.clerkspring.emulator.http.Faults;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * The pending faults.
 */
public final class FaultControl implements Family {

	private static final int LONGEST = 3_600_000;

	private static final Fields FIELDS = Fields.none()
		.required(FieldType.STRING, "kind")
		.oneOf("kind", Stream.of(Failure.Kind.values()).map(FaultControl::name).toArray(String[]::new))
		.optional(FieldType.INTEGER, "status", "times", "retry_after", "delay_ms")
		.optional(FieldType.STRING, "operation", "code", "message", "param_name")
		.range(Failure.LOWEST_STATUS, Failure.HIGHEST_STATUS, "status")
		.range(1, Integer.MAX_VALUE, "times")
		.range(0, LONGEST, "retry_after", "delay_ms")
		.notBlank("code");

	private final Faults faults;

	public FaultControl(Faults faults) {
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
		Long times = body.number("times");
		Long retryAfter = body.number("retry_after");
		Long delay = body.number("delay_ms");
		String operation = body.text("operation");
		Failure fault = fault(body);
		fault = (times != null) ? fault.withTimes(times.intValue()) : fault;
		fault = (retryAfter != null) ? fault.withRetryAfter(Duration.ofSeconds(retryAfter)) : fault;
		fault = (delay != null) ? fault.withDelay(Duration.ofMillis(delay)) : fault;
		try {
			this.faults.add((operation != null) ? fault.withOperation(operation) : fault);
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

	private static Failure fault(Body body) {
		Failure.Kind kind = Failure.Kind.valueOf(body.required("kind").toUpperCase(Locale.ROOT));
		Long status = body.number("status");
		if (kind == Failure.Kind.STATUS && status == null) {
			throw ApiException.missing("status");
		}
		for (String name : List.of("status", "code", "message", "param_name")) {
			if (kind != Failure.Kind.STATUS && body.has(name)) {
				throw ApiException.parameter("form_param_unknown", name, "is unknown",
						name + " is allowed only with the kind status.");
			}
		}
		return (status != null) ? Failure.status(status.intValue()).withError(error(status.intValue(), body))
				: Failure.of(kind);
	}

	private static Failure.Error error(int status, Body body) {
		return new Failure.Error(status, body.text("code"), body.text("message"), body.text("param_name"));
	}

	private static ObjectNode show(Failure fault) {
		Duration retryAfter = fault.retryAfter();
		return Json.object()
			.put("kind", name(fault.kind()))
			.put("status", (fault.kind() == Failure.Kind.STATUS) ? Integer.valueOf(fault.error().status()) : null)
			.put("times", fault.times())
			.put("retry_after", (retryAfter != null) ? Long.valueOf(retryAfter.toSeconds()) : null)
			.put("delay_ms", fault.delay().toMillis())
			.put("operation", fault.operation())
			.put("code", fault.error().code())
			.put("message", fault.error().message())
			.put("param_name", fault.error().parameter());
	}

	private static String name(Failure.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
