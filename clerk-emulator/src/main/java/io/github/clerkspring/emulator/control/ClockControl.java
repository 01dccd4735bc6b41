package io.github.clerkspring.emulator.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * The clock.
 */
public final class ClockControl implements Family {

	private static final Fields FIELDS = Fields.none()
		.optional(FieldType.BOOLEAN, "reset")
		.optional(FieldType.INSTANT, "set")
		.optional(FieldType.STRING, "advance");

	private final ClockSetting clock;

	public ClockControl(ClockSetting clock) {
		this.clock = clock;
	}

	@Override
	public void register(Operations routes) {
		routes.get("/clock", (tx, call) -> show());
		routes.post("/clock", (tx, call) -> change(call));
	}

	private JsonNode change(ApiCall call) {
		Body body = call.body(FIELDS);
		Long instant = body.instant("set");
		Duration advance = advance(body, (instant != null) ? instant : this.clock.instant().toEpochMilli());
		if (body.flag("reset", false)) {
			this.clock.reset();
		}
		if (instant != null) {
			this.clock.set(Instant.ofEpochMilli(instant));
		}
		if (!advance.isZero()) {
			this.clock.advance(advance);
		}
		return show();
	}

	private static Duration advance(Body body, long from) {
		String text = body.text("advance");
		try {
			Duration duration = (text != null) ? Duration.parse(text) : Duration.ZERO;
			Math.addExact(from, duration.toMillis());
			return duration;
		}
		catch (DateTimeException | ArithmeticException ex) {
			throw ApiException.format("advance",
					"advance must be a duration as ISO 8601 writes it, like PT90S or P1D.");
		}
	}

	private JsonNode show() {
		Instant now = this.clock.instant();
		return Json.object().put("now", now.toString()).put("epoch_millis", now.toEpochMilli());
	}

}
