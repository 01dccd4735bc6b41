package io.github.clerkspring.emulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
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
import io.github.clerkspring.emulator.webhooks.WebhookCause;
import io.github.clerkspring.emulator.webhooks.WebhookDelivery;
import io.github.clerkspring.emulator.webhooks.WebhookEndpoint;
import io.github.clerkspring.emulator.webhooks.WebhookEndpointSeed;
import io.github.clerkspring.emulator.webhooks.WebhookEngine;
import io.github.clerkspring.emulator.webhooks.WebhookFlaw;

/**
 * The endpoints of webhooks and their deliveries. A secret is shown once, when the
 * endpoint is added.
 */
public final class WebhookControl implements Family {

	private static final String ENDPOINTS = "/webhooks/endpoints";

	private static final int LONGEST = 3_600_000;

	private static final Fields ENDPOINT = Fields.none()
		.required(FieldType.STRING, "url")
		.optional(FieldType.STRING, "secret")
		.optional(FieldType.STRINGS, "types")
		.optional(FieldType.INTEGER, "timeout_ms")
		.range(1, LONGEST, "timeout_ms");

	private static final Fields EVENT = Fields.none()
		.required(FieldType.STRING, "type")
		.required(FieldType.OBJECT, "data")
		.optional(FieldType.STRING, "flaw")
		.oneOf("flaw", Stream.of(WebhookFlaw.values()).map(WebhookControl::name).toArray(String[]::new));

	private static final Fields RELEASE = Fields.none()
		.optional(FieldType.STRINGS, "order")
		.optional(FieldType.BOOLEAN, "reversed");

	private final WebhookEngine engine;

	public WebhookControl(WebhookEngine engine) {
		this.engine = engine;
	}

	@Override
	public void register(Operations routes) {
		routes.get(ENDPOINTS, (tx, call) -> list(this.engine.endpoints(), WebhookControl::show));
		routes.post(ENDPOINTS, (tx, call) -> add(call));
		routes.add("DELETE", ENDPOINTS + "/{endpoint_id}", (tx, call) -> remove(call), (route) -> route.status(204));
		routes.get("/webhooks/deliveries", (tx, call) -> deliveries(call));
		routes.post("/webhooks/send", (tx, call) -> send(call));
		routes.post("/webhooks/resend", (tx, call) -> resend(call));
		routes.post("/webhooks/hold", (tx, call) -> hold(call));
		routes.post("/webhooks/release", (tx, call) -> release(call));
		routes.post("/webhooks/retry", (tx, call) -> retry(call));
	}

	private JsonNode add(ApiCall call) {
		Body body = call.body(ENDPOINT);
		String url = body.required("url");
		String secret = body.text("secret");
		Long timeout = body.number("timeout_ms");
		check("url", url, WebhookEndpointSeed::checkUrl);
		if (secret != null) {
			check("secret", secret, WebhookEndpointSeed::checkSecret);
		}
		WebhookEndpoint endpoint = add(url, (seed) -> {
			seed.types(body.texts("types").stream().distinct().toArray(String[]::new));
			if (secret != null) {
				seed.secret(secret);
			}
			if (timeout != null) {
				seed.timeout(Duration.ofMillis(timeout));
			}
		});
		return show(endpoint).put("secret", endpoint.secret());
	}

	private WebhookEndpoint add(String url, Consumer<WebhookEndpointSeed> description) {
		try {
			return this.engine.add(url, false, description);
		}
		catch (IllegalStateException ex) {
			throw ApiException.badRequest("too_many_endpoints", String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable JsonNode remove(ApiCall call) {
		String id = call.path("endpoint_id");
		if (!this.engine.remove(id)) {
			throw ApiException.notFound("webhook endpoint", id);
		}
		return null;
	}

	private JsonNode send(ApiCall call) {
		Body body = call.body(EVENT);
		String type = body.required("type");
		String flaw = body.text("flaw");
		String id = this.engine.publish(type, body.tree().withObject("data"), WebhookCause.EMULATOR,
				(flaw != null) ? WebhookFlaw.valueOf(flaw.toUpperCase(Locale.ROOT)) : null);
		if (id == null) {
			throw ApiException.badRequest("no_webhook_endpoint",
					"No webhook endpoint takes " + type + "; add one with POST " + ENDPOINTS + ".");
		}
		return Json.object().put("id", id);
	}

	private JsonNode resend(ApiCall call) {
		String id = call.body(Fields.none().required(FieldType.STRING, "id")).required("id");
		if (!this.engine.resend(id)) {
			throw ApiException.notFound("webhook", id);
		}
		return Json.object().put("id", id);
	}

	private JsonNode hold(ApiCall call) {
		call.body(Fields.none());
		this.engine.hold();
		return waiting();
	}

	private JsonNode release(ApiCall call) {
		Body body = call.body(RELEASE);
		if (body.flag("reversed", false)) {
			this.engine.releaseReversed();
		}
		else {
			check("order", body.texts("order"), this.engine::release);
		}
		return waiting();
	}

	private JsonNode retry(ApiCall call) {
		call.body(Fields.none());
		this.engine.retryNow();
		return waiting();
	}

	private JsonNode waiting() {
		return Json.object().set("waiting", Json.array(this.engine.waiting()));
	}

	private JsonNode deliveries(ApiCall call) {
		String id = call.query().text("id");
		String type = call.query().text("type");
		List<WebhookDelivery> deliveries = this.engine.deliveries()
			.stream()
			.filter((delivery) -> id == null || id.equals(delivery.id()))
			.filter((delivery) -> type == null || type.equals(delivery.type()))
			.toList();
		return list(deliveries, WebhookControl::show).put("dropped", this.engine.dropped());
	}

	private static ObjectNode show(WebhookEndpoint endpoint) {
		ObjectNode node = Json.object().put("id", endpoint.id()).put("url", endpoint.url().toString());
		node.set("types", Json.array(endpoint.types()));
		return node.put("timeout_ms", endpoint.timeout().toMillis());
	}

	private static ObjectNode show(WebhookDelivery delivery) {
		ObjectNode node = Json.object().put("id", delivery.id()).put("type", delivery.type());
		node.put("endpoint_id", delivery.endpointId()).put("state", name(delivery.state()));
		ArrayNode attempts = node.putArray("attempts");
		delivery.attempts()
			.forEach((attempt) -> attempts.addObject()
				.put("time", attempt.time().toString())
				.put("status", attempt.status())
				.put("failure", attempt.failure()));
		return node.put("next_attempt", Objects.toString(delivery.nextAttempt(), null)).put("body", delivery.body());
	}

	private static <T> ObjectNode list(List<T> elements, Function<T, ObjectNode> view) {
		ObjectNode list = Json.object();
		list.set("data", Json.array(elements.stream().map(view).toList()));
		return list.put("total_count", elements.size());
	}

	private static <T> void check(String parameter, T value, Consumer<T> check) {
		try {
			check.accept(value);
		}
		catch (IllegalArgumentException ex) {
			throw ApiException.format(parameter, String.valueOf(ex.getMessage()));
		}
	}

	private static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
